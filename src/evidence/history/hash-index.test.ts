import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashIndex } from './hash-index.ts'

const hashOf = (text: string) => createHash('sha1').update(text).digest('hex')

test('finds every hash at its place while the list grows, and no other', () => {
  const hashes: string[] = []
  const index = hashIndex(hashes)
  for (let place = 0; place < 5000; place++) {
    expect(index.find(hashOf(`${place}`))).toBeUndefined()
    hashes.push(hashOf(`${place}`))
    index.addLast()
  }
  for (let place = 0; place < 5000; place++) expect(index.find(hashOf(`${place}`))).toBe(place)
})

test('tells apart hashes that begin alike, and takes names that are no hashes', () => {
  const hashes: string[] = []
  const index = hashIndex(hashes)
  for (const hash of ['deadbeef01', 'deadbeef02', 'merge', 'main']) {
    hashes.push(hash)
    index.addLast()
  }
  expect(['merge', 'deadbeef02', 'main', 'deadbeef01'].map((hash) => index.find(hash))).toEqual([2, 1, 3, 0])
  expect(index.find('deadbeef03')).toBeUndefined()
})
