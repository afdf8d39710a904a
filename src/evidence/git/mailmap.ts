import type { Signature } from './identity.ts'
import type { GitRepository } from './open-repository.ts'
import { type GitOptions, gitRefusal, type GitRun, gitText, runGit } from './run-git.ts'

/**
 * True when the head has a mailmap that is missing from the clone. Git would then stop at the first name in a partial
 * clone, and only complain in others.
 */
export async function isMailmapMissing(repository: GitRepository): Promise<boolean> {
  const named = await gitText(repository, ['rev-parse', '--verify', '--quiet', 'HEAD:.mailmap'], {
    accepted: [1, 128],
  })
  if (named === '') return false
  const run = runGit(repository, ['cat-file', '-e', named.trim()], { input: '' })
  run.stdout.resume()
  return (await run.done).code !== 0
}

/**
 * Sends signatures that git has not mapped by itself, those of trailers, through the repository's mailmap. One git
 * runs from the first question to `close`.
 */
export function openMailmap(repository: GitRepository, options: GitOptions) {
  let asked: ReturnType<typeof start> | undefined

  function start() {
    const run = runGit(repository, ['check-mailmap', '--stdin'], options)
    return { run, output: run.stdout[Symbol.asyncIterator](), decoder: new TextDecoder(), rest: '' }
  }

  /** The same signatures as the mailmap has them, in the same order. Questions are to be asked one after the other. */
  async function map(signatures: readonly Signature[]): Promise<Signature[]> {
    asked ??= start()
    asked.run.stdin.write(signatures.map((signature) => `${contact(signature)}\n`).join(''))
    const mapped: Signature[] = []
    while (mapped.length < signatures.length) mapped.push(parseContact(await nextLine(asked)))
    return mapped
  }

  async function nextLine(from: ReturnType<typeof start>): Promise<string> {
    for (;;) {
      const end = from.rest.indexOf('\n')
      if (end !== -1) {
        const line = from.rest.slice(0, end)
        from.rest = from.rest.slice(end + 1)
        return line
      }
      const piece = await from.output.next()
      if (piece.done) throw await failure(from.run)
      from.rest += from.decoder.decode(piece.value, { stream: true })
    }
  }

  async function failure(run: GitRun): Promise<Error> {
    const { code, stderr } = await run.done
    options.signal?.throwIfAborted()
    return gitRefusal(repository, 'check-mailmap', code, stderr)
  }

  return { map, close: () => asked?.run.stop() }
}

function contact({ name, address }: Signature): string {
  // oxlint-disable-next-line no-control-regex -- a carriage return or another control character would break the line
  const plain = (text: string) => text.replace(/[<>\u0000-\u001f]/g, ' ').trim()
  return `${plain(name)} <${plain(address)}>`.trim()
}

function parseContact(line: string): Signature {
  const open = line.lastIndexOf('<')
  return { name: line.slice(0, open).trim(), address: line.slice(open + 1, -1) }
}
