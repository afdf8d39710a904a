import { Refusal } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/shape.ts'

/** A repository on another machine. */
export interface RemoteAddress {
  readonly kind: 'remote'
  readonly transport: 'https' | 'http' | 'ssh'
  /** Host name or address, without brackets. */
  readonly host: string
  /** Null where the transport's own port is meant. */
  readonly port: number | null
  /** Only for ssh. */
  readonly user: string | null
  /** What git is given; holds no password and no token. */
  readonly url: string
}

/** What somebody named as a repository: a folder, or an address. */
export type Source = { readonly kind: 'folder'; readonly path: string } | RemoteAddress

/**
 * Reads what somebody typed as the place of a repository, as git itself would. Refuses (`invalid`) every transport but
 * https, http and ssh, addresses that hold a password or token, and whatever could pass for an option.
 */
export function parseSource(given: string): Source {
  const text = given.trim()
  if (text === '')
    throw new Refusal(
      'invalid',
      { en: 'No repository was named.', de: 'Es wurde kein Repository genannt.' },
      { en: 'Give a folder or an address.', de: 'Nenne einen Ordner oder eine Adresse.' },
    )
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f]/.test(text))
    throw invalid({
      en: 'An address or path must not hold control characters.',
      de: 'Adressen und Pfade dürfen keine Steuerzeichen enthalten.',
    })
  if (text.startsWith('-'))
    throw invalid({
      en: 'An address or path must not begin with a dash.',
      de: 'Adressen und Pfade dürfen nicht mit einem Bindestrich beginnen.',
    })
  const scheme = /^([a-z][a-z0-9+.-]*):(?::|\/\/)/i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined) return parseUrl(text, scheme)
  // Git takes a colon before any slash for a host, except behind a drive's letter on Windows.
  const scp = /^(?:([^@/:]*)@)?(\[[^\]/]*\]|[^/:[\]]*):(.*)$/.exec(text)
  if (!scp || /^[a-z]:[\\/]/i.test(text)) return { kind: 'folder', path: text }
  const [, user = null, host = '', path = ''] = scp
  return ssh(user, host, null, path, text)
}

/** The text without what stands between `//` and `@` of an address, or behind its question mark. */
export function redacted(text: string): string {
  return text.replaceAll(/(:\/\/)[^/@\s]*@/g, '$1').replaceAll(/(:\/\/[^\s?]*)\?\S*/g, '$1')
}

function parseUrl(text: string, scheme: string): RemoteAddress {
  if (scheme !== 'https' && scheme !== 'http' && scheme !== 'ssh') {
    const hint =
      scheme === 'file'
        ? { en: 'Name the folder without file://.', de: 'Nenne den Ordner ohne file://.' }
        : undefined
    throw invalid(
      {
        en: `Repositories are not fetched through ${scheme}.`,
        de: `Über ${scheme} werden Repositorys nicht geholt.`,
      },
      hint ?? { en: 'Use an https or ssh address.', de: 'Nimm eine Adresse mit https oder ssh.' },
    )
  }
  // Only what both git and this program read in the same way: git is given the address as it was understood here.
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.hostname === '' || text.includes('\\'))
    throw invalid({
      en: 'The address of the repository is malformed.',
      de: 'Die Adresse des Repositorys ist fehlerhaft.',
    })
  if (
    url.search !== '' ||
    url.hash !== '' ||
    (scheme !== 'ssh' && url.username !== '') ||
    url.password !== ''
  ) {
    throw new Refusal(
      'invalid',
      {
        en: `The address must not hold a user, password or token: ${url.protocol}//${url.host}${url.pathname}`,
        de: `Die Adresse darf weder Benutzer noch Passwort oder Token enthalten: ${url.protocol}//${url.host}${url.pathname}`,
      },
      {
        en: 'Leave it out and let git’s own credential helper know it (git config --global credential.helper store).',
        de: 'Lass es weg und hinterlege es im Credential-Helper von git (git config --global credential.helper store).',
      },
    )
  }
  const port = url.port === '' ? null : Number(url.port)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (scheme === 'ssh') {
    const user = url.username === '' ? null : decoded(url.username)
    return ssh(user, url.hostname, port, decoded(url.pathname), url.href)
  }
  return { kind: 'remote', transport: scheme, host, port, user: null, url: url.href }
}

function ssh(
  user: string | null,
  host: string,
  port: number | null,
  path: string,
  url: string,
): RemoteAddress {
  const name = host.replace(/^\[(.*)\]$/, '$1')
  if (!hostName.test(name))
    throw invalid({
      en: 'The host of the ssh address is malformed.',
      de: 'Der Host der ssh-Adresse ist fehlerhaft.',
    })
  if (user !== null && !userName.test(user))
    throw invalid({
      en: 'The user of the ssh address is malformed.',
      de: 'Der Benutzer der ssh-Adresse ist fehlerhaft.',
    })
  if (path === '' || path.startsWith('-') || control.test(path))
    throw invalid({
      en: 'The path of the ssh address is malformed.',
      de: 'Der Pfad der ssh-Adresse ist fehlerhaft.',
    })
  return { kind: 'remote', transport: 'ssh', host: name, port, user, url }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw invalid({
      en: 'The address of the repository is malformed.',
      de: 'Die Adresse des Repositorys ist fehlerhaft.',
    })
  }
}

const control = /\p{Cc}/u
const hostName = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$|^[0-9a-f:]*:[0-9a-f:.]*$/i
const userName = /^[a-z0-9_][a-z0-9._-]*$/i

function invalid(message: Words, hint?: Words): Refusal {
  return new Refusal(
    'invalid',
    message,
    hint ?? {
      en: 'Use an address like https://host/path or git@host:path.',
      de: 'Nimm eine Adresse wie https://host/pfad oder git@host:pfad.',
    },
  )
}
