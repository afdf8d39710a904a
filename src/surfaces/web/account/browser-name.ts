/** Those that call themselves by several names come before those whose names they bear. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['CriOS', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** What people call a browser that names itself as `Mozilla/5.0 (…) …`; another program by its own name; null for none. */
export function browserName(userAgent: string | null): string | null {
  if (userAgent === null || userAgent === '') return null
  const [, browser] = browsers.find(([mark]) => userAgent.includes(`${mark}/`)) ?? []
  const [, system] = systems.find(([mark]) => userAgent.includes(mark)) ?? []
  return browser === undefined ? userAgent : [browser, system].filter(Boolean).join(' · ')
}
