/** The issue trackers whose exports are known, as they call themselves. */
export const trackerNames: Readonly<Record<string, string | undefined>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  linear: 'Linear',
  jira: 'Jira',
}
