/** An issue as `gh issue list --json` gives it. */
export function anIssue(number: number, more: object = {}): object {
  return {
    number,
    title: `Issue ${number}`,
    body: `Text ${number}`,
    state: 'OPEN',
    labels: [{ name: 'enhancement' }],
    url: `https://github.com/acme/shop/issues/${number}`,
    ...more,
  }
}

/** A file with this text, as operations take it. */
export function fileOf(text: string, as: 'bet' | 'insight', name = 'file.csv') {
  return { name, content: Buffer.from(text).toString('base64'), as }
}

/** A file with these issues, to become bets. */
export function issues(...all: readonly object[]) {
  return fileOf(JSON.stringify(all), 'bet', 'issues.json')
}
