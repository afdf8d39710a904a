import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** A prepared database folder in one file: the length of an index, the index, all contents one after another; zstd over it. */
interface ImageIndex {
  readonly folders: readonly string[]
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
}

const INDEX_LENGTH_BYTES = 4

/** Packs the closed database in `folder`; the log files and locks of a running one are nothing to copy. */
export function packImage(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const pathOf = (entry: (typeof entries)[number]) =>
    join(entry.parentPath, entry.name).slice(folder.length + 1)
  const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf)
  const contents = entries
    .filter((entry) => entry.isFile() && entry.name !== 'postmaster.pid')
    .map((entry) => ({ path: pathOf(entry), content: readFileSync(join(entry.parentPath, entry.name)) }))
  const index: ImageIndex = {
    folders: folders.sort(),
    files: contents.map(({ path, content }) => ({ path, bytes: content.length })),
  }
  const indexBytes = Buffer.from(JSON.stringify(index))
  const length = Buffer.alloc(INDEX_LENGTH_BYTES)
  length.writeUInt32LE(indexBytes.length)
  return zstdCompressSync(Buffer.concat([length, indexBytes, ...contents.map(({ content }) => content)]))
}

/** Writes the database that `image` holds into the new folder `folder`, flushed to the disk. */
export function unpackImage(image: Buffer, folder: string): void {
  const bytes = zstdDecompressSync(image)
  const indexEnd = INDEX_LENGTH_BYTES + bytes.readUInt32LE(0)
  const index = JSON.parse(bytes.toString('utf8', INDEX_LENGTH_BYTES, indexEnd)) as ImageIndex // written by packImage
  mkdirSync(folder, { mode: 0o700 })
  for (const path of index.folders) mkdirSync(join(folder, path), { mode: 0o700 })
  let position = indexEnd
  for (const file of index.files) {
    writeFlushed(join(folder, file.path), bytes.subarray(position, position + file.bytes))
    position += file.bytes
  }
}

function writeFlushed(path: string, content: Buffer): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    let written = 0
    while (written < content.length) written += writeSync(file, content, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Writes the image of `folder` to `file`. */
export function writeImage(folder: string, file: string): void {
  writeFileSync(file, packImage(folder))
}
