import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../scripts/root.js'
import { picturesOfTheSample, picturesOfTheStart } from './pictures/pictures.ts'
import { linksOf, picturesOf, readDocuments } from './support/read-documents.ts'

const folder = 'docs/pictures'
const files = readdirSync(join(root, folder)).toSorted()
const pages = readDocuments()
const guide = pages.filter(({ path }) => path.startsWith('docs/guide/'))

describe('the pictures of the guide', () => {
  test('are those that the command takes', () => {
    const names = [...picturesOfTheStart, ...picturesOfTheSample].map(({ name }) => `${name}.png`)
    expect(files).toEqual(names.toSorted())
  })

  test('are all shown, and none is shown that is not there', () => {
    const shown = pages.flatMap((page) =>
      picturesOf(page).map(({ file }) => posix.join(posix.dirname(page.path), file)),
    )
    expect([...new Set(shown)].toSorted()).toEqual(files.map((file) => `${folder}/${file}`))
  })

  test.each(guide.map((page) => [page.path, page] as const))('stand in %s, said in words', (_, page) => {
    const pictures = picturesOf(page)
    expect([1, 2]).toContain(pictures.length)
    for (const { words } of pictures) expect(words.split(' ').length).toBeGreaterThan(5)
  })

  test.each(files)('%s is 1280 pixels wide and quick to load', (file) => {
    const bytes = readFileSync(join(root, folder, file))
    // PNG has the width behind its signature and the name of its first chunk.
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(1280)
    expect(bytes.length).toBeLessThan(125_000)
  })
})

test('docs/README.md leads to every page', () => {
  const index = pages.find(({ path }) => path === 'docs/README.md')
  const linked = new Set(index && linksOf(index).map((target) => posix.join('docs', target)))
  const others = pages
    .filter(({ path }) => /^docs\/(?!README|decisions\/)/.test(path))
    .map(({ path }) => path)
  expect(others.length).toBeGreaterThan(10)
  expect(others.filter((path) => !linked.has(path))).toEqual([])
})
