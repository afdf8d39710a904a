import { isIP } from 'node:net'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/shape.ts'
import type { RemoteSource } from './allowed-source.ts'
import { redacted } from './parse-source.ts'
import { type GitDirectory, gitText, type GitTransport, runGit } from './run-git.ts'

/** How far a transfer has come. */
export interface TransferProgress {
  readonly step: 'receiving' | 'resolving'
  readonly done: number
  readonly of: number
}

export interface TransferOptions {
  readonly signal?: AbortSignal
  /** Milliseconds after which the transfer is stopped; by default an hour. */
  readonly timeLimit?: number
  /** Bytes on disk above which it is stopped; by default 20 GiB. */
  readonly sizeLimit?: number
  readonly onProgress?: (progress: TransferProgress) => void
  /** A file with the certificates to trust instead of the system's. */
  readonly certificates?: string
}

const hour = 3_600_000

/**
 * Runs a git command that speaks to another machine, and answers what it wrote. The configuration of the user who runs
 * this program holds, with its credential helpers and ssh keys, but nothing asks a question, redirects are not
 * followed, and git connects to the very addresses that were looked at, over ssh to the first of them. Refuses when the other machine does;
 * throws the signal's reason when aborted.
 */
export async function runTransport(
  repository: GitDirectory | null,
  args: readonly string[],
  source: RemoteSource,
  options: TransferOptions,
  tooLarge?: AbortSignal,
): Promise<string> {
  const limit = options.timeLimit ?? hour
  const timeout = AbortSignal.timeout(limit)
  const signals = [options.signal, timeout, tooLarge].filter((signal) => signal !== undefined)
  const words: string[] = []
  const run = runGit(repository, args, {
    input: '',
    signal: AbortSignal.any(signals),
    transport: await transportTo(source, options),
    onStderr: lineReader((line) => {
      const progress = readProgress(line)
      if (progress) options.onProgress?.(progress)
      else if (words.push(line) > 50) words.shift()
    }),
  })
  const chunks: Buffer[] = []
  for await (const chunk of run.stdout) chunks.push(chunk)
  const { code } = await run.done
  options.signal?.throwIfAborted()
  tooLarge?.throwIfAborted()
  if (code === 0) return Buffer.concat(chunks).toString('utf8')
  if (timeout.aborted) throw tookTooLong(source, limit)
  throw transportRefusal(source, words.join('\n'))
}

async function transportTo(source: RemoteSource, options: TransferOptions): Promise<GitTransport> {
  const port = source.port ?? (source.transport === 'https' ? 443 : 80)
  const addresses = source.addresses
    .map((address) => (address.includes(':') ? `[${address}]` : address))
    .join(',')
  return {
    protocols: [source.transport],
    config: [
      'http.followRedirects=false',
      // A name that changes its address between the look at it and the transfer must not lead anywhere else.
      ...(source.transport === 'ssh' || isIP(source.host) !== 0
        ? []
        : [`http.curloptResolve=${source.host}:${port}:${addresses}`]),
      ...(options.certificates === undefined ? [] : [`http.sslCAInfo=${options.certificates}`]),
      'http.lowSpeedLimit=1',
      'http.lowSpeedTime=60',
      'core.askPass=',
      'credential.interactive=false',
      'submodule.recurse=false',
      'fetch.recurseSubmodules=false',
      'transfer.bundleURI=false',
      ...(source.transport === 'ssh' ? [`core.sshCommand=${await sshCommand()} ${sshOptions(source)}`] : []),
    ],
  }
}

/** Through a proxy, which has no addresses here, nothing is pinned. */
function sshOptions({ host, hostKey, addresses: [address] }: RemoteSource): string {
  const pinned =
    address === undefined || address === host
      ? []
      : [`HostName=${address.replaceAll('%', '%%')}`, `HostKeyAlias=${hostKey ?? host}`]
  // Git hands the command to a shell.
  const quoted = (text: string) =>
    /^[\w.:=-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
  return [...pinned, 'BatchMode=yes', 'ConnectTimeout=30'].map((one) => quoted(`-o${one}`)).join(' ')
}

/** The ssh that the user's own environment or configuration names. */
async function sshCommand(): Promise<string> {
  const told = process.env['GIT_SSH_COMMAND'] ?? ''
  if (told !== '') return told
  const set = await gitText(null, ['config', '--global', '--get', 'core.sshCommand'], {
    accepted: [1],
    transport: { protocols: [] },
  })
  return set.trim() || 'ssh'
}

/** Cuts what comes into lines; git ends a line of progress with a carriage return. */
function lineReader(onLine: (line: string) => void): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split(/[\r\n]+/)
    // A server's chatter without an end of line is not kept for ever.
    rest = (lines.pop() ?? '').slice(0, 4096)
    for (const line of lines) onLine(line)
  }
}

function readProgress(line: string): TransferProgress | null {
  const [, step, done, of] = /^(Receiving objects|Resolving deltas): +\d+% \((\d+)\/(\d+)\)/.exec(line) ?? []
  if (step === undefined) return null
  return {
    step: step === 'Receiving objects' ? 'receiving' : 'resolving',
    done: Number(done),
    of: Number(of),
  }
}

function tookTooLong(source: RemoteSource, limit: number): Refusal {
  const seconds = Math.round(limit / 1000)
  const minutes = Math.round(seconds / 60)
  const time =
    seconds < 120
      ? { en: `${seconds} seconds`, de: `${seconds} Sekunden` }
      : { en: `${minutes} minutes`, de: `${minutes} Minuten` }
  return new Refusal('too-much', {
    en: `${redacted(source.url)} took longer than ${time.en} and was stopped.`,
    de: `${redacted(source.url)} brauchte länger als ${time.de} und wurde abgebrochen.`,
  })
}

/** What the other machine, or git about it, said, as a refusal without secrets. */
function transportRefusal(source: RemoteSource, stderr: string): Refusal {
  const lines = stderr.split('\n').filter((line) => /^(fatal|error|remote|ssh): |denied|failed/i.test(line))
  const said = redacted(
    [...new Set(lines)]
      .slice(-3)
      .join(' ')
      .replaceAll(/(fatal|error): /g, ''),
  ).slice(0, 500)
  const url = redacted(source.url)
  const known = answers.find(({ when }) => when.test(stderr))
  return known
    ? new Refusal(known.code, known.message(url), known.hint)
    : new Refusal('invalid', {
        en: `${url} could not be fetched: ${said || 'git stopped without a word.'}`,
        de: `${url} ließ sich nicht holen: ${said || 'git hat ohne ein Wort aufgehört.'}`,
      })
}

const answers = [
  {
    when: /requested URL returned error: 30\d|unable to update url base from redirection/i,
    code: 'forbidden',
    message: (url: string): Words => ({
      en: `${url} redirects to another address, which is not followed.`,
      de: `${url} leitet auf eine andere Adresse um, und dem wird nicht gefolgt.`,
    }),
    hint: { en: 'Name the address that it leads to.', de: 'Nenne die Adresse, zu der es führt.' },
  },
  {
    when: /Authentication failed|could not read (Username|Password)|Permission denied|returned error: 40[13]/i,
    code: 'forbidden',
    message: (url: string): Words => ({
      en: `${url} wants credentials that git does not have, or does not accept them.`,
      de: `${url} verlangt Zugangsdaten, die git nicht hat, oder nimmt sie nicht an.`,
    }),
    hint: {
      en: 'Let git’s credential helper or the ssh agent of the user who runs this program know them.',
      de: 'Hinterlege sie im Credential-Helper von git oder im ssh-Agent des Benutzers, unter dem dieses Programm läuft.',
    },
  },
  {
    when: /Host key verification failed/i,
    code: 'forbidden',
    message: (url: string): Words => ({
      en: `The host key of ${url} is not known.`,
      de: `Der Host-Schlüssel von ${url} ist nicht bekannt.`,
    }),
    hint: {
      en: 'Connect once by ssh as the user who runs this program, and check the key.',
      de: 'Verbinde Dich einmal per ssh als der Benutzer, unter dem dieses Programm läuft, und prüfe den Schlüssel.',
    },
  },
  {
    when: /repository .* (not found|does not exist)|returned error: 404/i,
    code: 'not-found',
    message: (url: string): Words => ({
      en: `There is no repository at ${url}.`,
      de: `Unter ${url} gibt es kein Repository.`,
    }),
    hint: {
      en: 'Check the address for a typing error, and that the repository may be read.',
      de: 'Prüfe die Adresse auf Tippfehler, und ob das Repository gelesen werden darf.',
    },
  },
] as const
