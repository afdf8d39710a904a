import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, describe, expect, test } from 'vitest'
import { readFolder } from './read-folder.ts'
import { writeFolder } from './write-folder.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const files = [
  { path: 'goals/GOAL-1.md', text: '---\nkey: GOAL-1\n---\n\näöü 漢\n' },
  { path: 'leitstand.yaml', text: 'format: 1\n' },
]

// Bytes that are no text.
const bytes = Buffer.from([0, 255, 13, 10, 254])
const attached = `attachments/${'a'.repeat(64)}.png`
const whole = { files, attachments: [{ path: attached, content: bytes.toString('base64') }] }

describe('an exported folder', () => {
  test('is read as it was written, open to its owner alone', () => {
    const folder = join(aFolder(), 'out', 'there')
    writeFolder(folder, whole)
    expect(readFolder(folder)).toEqual(whole)
    expect(readFileSync(join(folder, attached)).equals(bytes)).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'goals/GOAL-1.md')).mode & 0o777).toBe(0o600)
  })

  test('takes the place of an empty folder and of no other', () => {
    const folder = aFolder()
    writeFolder(folder, whole)
    expect(() => writeFolder(folder, whole)).toThrow('is not empty')
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeFolder(join(folder, 'file'), whole)).toThrow('it is not a folder')
    expect(readdirSync(folder).sort()).toEqual(['attachments', 'file', 'goals', 'leitstand.yaml'])
  })

  test('leaves nothing behind when it cannot be written to the end', () => {
    const parent = aFolder()
    const broken = [...files, { path: 'leitstand.yaml', text: 'again' }]
    expect(() => writeFolder(join(parent, 'out'), { ...whole, files: broken })).toThrow('EEXIST')
    expect(existsSync(join(parent, 'out'))).toBe(false)
    expect(readdirSync(parent)).toEqual([])
  })

  test('is read without what begins with a dot', () => {
    const folder = aFolder()
    mkdirSync(join(folder, '.git'))
    writeFileSync(join(folder, '.DS_Store'), '')
    writeFileSync(join(folder, 'leitstand.yaml'), 'format: 1\n')
    expect(readFolder(folder).files.map(({ path }) => path)).toEqual(['leitstand.yaml'])
  })

  test.each<[string, (folder: string) => void, string]>([
    [
      'a link to a file',
      (folder) => symlinkSync('/etc/hostname', join(folder, 'links.jsonl')),
      'links.jsonl: This is no plain file',
    ],
    [
      'a link to a folder',
      (folder) => symlinkSync('/etc', join(folder, 'goals')),
      'goals: This is no plain file',
    ],
    [
      'a pipe',
      (folder) => void execFileSync('mkfifo', [join(folder, 'pipe')]),
      'pipe: This is no plain file',
    ],
    [
      'folders in folders',
      (folder) => void mkdirSync(join(folder, 'a/b/c/d'), { recursive: true }),
      'There is more here',
    ],
    [
      'an enormous file',
      (folder) => {
        writeFileSync(join(folder, 'GOAL-1.md'), '')
        truncateSync(join(folder, 'GOAL-1.md'), 2 ** 35)
      },
      'GOAL-1.md: There is more here',
    ],
    [
      'an enormous attached file',
      (folder) => {
        mkdirSync(join(folder, 'attachments'))
        writeFileSync(join(folder, attached), '')
        truncateSync(join(folder, attached), 10 * 2 ** 20 + 1)
      },
      '.png: There is more here',
    ],
    [
      'a link in the place of an attached file',
      (folder) => {
        mkdirSync(join(folder, 'attachments'))
        symlinkSync('/etc/hostname', join(folder, attached))
      },
      '.png: This is no plain file',
    ],
    [
      'text that is no UTF-8',
      (folder) => writeFileSync(join(folder, 'a.md'), Buffer.from('fine\nb\xe4d\n', 'latin1')),
      'a.md, line 2: The text is not valid UTF-8',
    ],
  ])('is refused with %s in it', (_what, spoil, told) => {
    const folder = aFolder()
    spoil(folder)
    expect(() => readFolder(folder)).toThrow(told)
  })

  test('is refused where there is none', () => {
    expect(() => readFolder(join(aFolder(), 'nowhere'))).toThrow('it is not there')
  })
})
