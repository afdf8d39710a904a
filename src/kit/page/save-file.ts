/** Gives a file that the page made to whoever looks at it, to be kept under a name. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser tells nobody when it has read the address: a minute is enough for a busy one.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
