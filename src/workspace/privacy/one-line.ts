/** Text as one line of Markdown in which nothing of it is taken for markup. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|!~]/g, String.raw`\$&`)
    .trim()
}
