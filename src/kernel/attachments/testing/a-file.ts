/** The smallest picture there is: one transparent dot. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** As much of an office file as tells what it is: the names of its parts. */
export function anOfficeFile(...parts: readonly string[]): Buffer {
  return Buffer.from(`PK\x03\x04${'\x00'.repeat(26)}[Content_Types].xml ${parts.join(' ')}`, 'latin1')
}
