import { isUtf8 } from 'node:buffer'

/**
 * A path as text. UTF-8 stays as it is; every other byte is written `\xNN`, and so is the backslash of a path that
 * holds such a sequence by itself: two different paths never become the same text.
 */
export function pathText(bytes: Buffer, from = 0, to = bytes.length): string {
  const text = bytes.toString('utf8', from, to)
  if (!text.includes('\uFFFD') && !text.includes(String.raw`\x`)) return text
  const own = bytes.subarray(from, to)
  return isUtf8(own) ? escapeLiteral(text) : escapeBytes(own)
}

/** The bytes that `pathText` made the text of. */
export function pathBytes(text: string): Buffer {
  const parts = text.split(escaped)
  return Buffer.concat(parts.map((part, at) => (at % 2 === 1 ? Buffer.from(part, 'hex') : Buffer.from(part))))
}

const escaped = /\\x([0-9a-f]{2})/

function escapeLiteral(text: string): string {
  return text.replace(/\\(?=x[0-9a-f]{2})/g, String.raw`\x5c`)
}

function escapeBytes(bytes: Buffer): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find(
      (size) => at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size)),
    )
    text += length ? escapeLiteralByte(bytes, at, length) : hex(bytes[at] ?? 0)
    at += length ?? 1
  }
  return text
}

function escapeLiteralByte(bytes: Buffer, at: number, length: number): string {
  const literal = bytes[at] === 0x5c && /^\\x[0-9a-f]{2}/.test(bytes.toString('latin1', at, at + 4))
  return literal ? hex(0x5c) : bytes.toString('utf8', at, at + length)
}

function hex(byte: number): string {
  return String.raw`\x` + byte.toString(16).padStart(2, '0')
}
