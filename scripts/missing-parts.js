/**
 * @typedef {{
 *   version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string>,
 *   os?: string[], cpu?: string[], libc?: string[]
 * }} LockEntry
 */

/**
 * The lock entries that optional dependencies name and nobody wrote.
 * @param {Record<string, LockEntry>} packages
 */
export function missingParts(packages) {
  /** @type {Record<string, LockEntry>} */
  const missing = {}
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const version = range.replace(/^[~^=]/, '') // parts are published together with the whole
      const found = foldersFor(path, name).find((folder) => packages[folder] ?? missing[folder])
      if (found && (version !== range || (packages[found] ?? missing[found])?.version === version)) continue
      // Beside the package that wants it: at the top, unless another version lies there.
      const folder = found
        ? `${path.replace(/(?<=node_modules\/)(@[^/]+\/)?[^/]+$/, '')}${name}`
        : `node_modules/${name}`
      missing[folder] = { version, ...platformOf(name), ...(entry.dev && { dev: true }), optional: true }
    }
  }
  return missing
}

/**
 * Where a package may lie so that another one finds it, nearest first.
 * @param {string} path
 * @param {string} name
 */
function foldersFor(path, name) {
  const parts = path === '' ? [] : path.split(/\/(?=node_modules\/)/)
  return parts
    .map((_, index) => [...parts.slice(0, parts.length - index), `node_modules/${name}`].join('/'))
    .concat(`node_modules/${name}`)
}

/**
 * The platform that a package such as `@rolldown/binding-linux-arm64-musl` is named after.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const pick = (/** @type {string[]} */ known) => known.filter((word) => words.includes(word))
  const os = pick([
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ])
  const cpu = pick([
    'arm',
    'arm64',
    'ia32',
    'loong64',
    'mips64el',
    'ppc64',
    'riscv64',
    's390x',
    'wasm32',
    'x64',
  ])
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((w) => w.startsWith('gnu'))
      ? ['glibc']
      : []
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) }
}
