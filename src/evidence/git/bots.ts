/**
 * Names and addresses of programs that commit by themselves. An entry is compared with the whole name, the whole
 * address and the part of the address before the @, all in lower case and without a forge's leading number.
 * Whatever ends in `[bot]` is one without being listed.
 */
export const listedBots: readonly string[] = [
  'dependabot',
  'dependabot-preview',
  'dependabot-bot',
  'support@dependabot.com',
  'renovate',
  'renovate-bot',
  'renovatebot',
  'bot@renovateapp.com',
  'greenkeeper',
  'greenkeeperio-bot',
  'support@greenkeeper.io',
  'depfu',
  'pyup-bot',
  'pyup.io bot',
  'scala-steward',
  'snyk-bot',
  'whitesource-bolt-for-github',
  'mend-bolt-for-github',
  'imgbot',
  'imgbotapp',
  'allcontributors',
  'all-contributors',
  'pre-commit-ci',
  'semantic-release-bot',
  'semantic-release',
  'release-please',
  'release-bot',
  'changeset-bot',
  'github-actions',
  'github actions',
  'action@github.com',
  'actions@github.com',
  'github-merge-queue',
  'web-flow',
  'gitlab-bot',
  'project-bot',
  'gitbook-bot',
  'translate-bot',
  'weblate',
  'hosted@weblate.org',
  'crowdin-bot',
  'support+bot@crowdin.com',
  'transifex-integration',
  'stainless-app',
  'fossabot',
  'lerna-bot',
  'travis-ci',
  'travis ci',
  'circleci',
  'jenkins',
  'bors',
  'mergify',
  'kodiak',
  'homebrew-bot',
  'brewtestbot',
  'k8s-ci-robot',
  'k8s-merge-robot',
  'rust-timer',
  'semantic-pull-requests',
  'copybara-service',
  'copybara-github',
  'sweep-nightly',
]

/** True when the name or address is that of a program, by its form or by one of the lists. */
export function isBot(name: string, address: string, further: readonly string[] = []): boolean {
  const lowerName = name.trim().toLowerCase()
  const lowerAddress = address.trim().toLowerCase()
  const local = localPart(lowerAddress)
  if (lowerName.endsWith('[bot]') || local.endsWith('[bot]')) return true
  if ([lowerName, lowerAddress, local].some((form) => listed.has(form))) return true
  return further.some((entry) => [lowerName, lowerAddress, local].includes(entry.trim().toLowerCase()))
}

/** What stands before the @, without the number that a forge's no-reply address begins with. */
export function localPart(address: string): string {
  const at = address.lastIndexOf('@')
  return (at === -1 ? address : address.slice(0, at)).replace(/^\d+\+/, '')
}

const listed = new Set(listedBots)
