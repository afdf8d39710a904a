import { expect, test } from 'vitest'
import type { BackupKind, KeptBackup } from './list-kept.ts'
import { superseded } from './superseded.ts'

const day = 86_400_000
const monday = Date.parse('2026-03-02T03:00:00Z')

const made = (kind: BackupKind, at: number): KeptBackup => ({
  name: `${kind} ${new Date(at).toISOString().slice(0, 13)}`,
  kind,
  at: new Date(at),
  bytes: 1,
})

test('sixty days of backups leave the last seven, and the newest of each of four weeks', () => {
  const kept = Array.from({ length: 60 }, (_, age) => made('by-itself', monday + 3 * day - age * day))
  const gone = new Set(superseded(kept))
  expect(kept.filter((each) => !gone.has(each)).map(({ name }) => name.slice(-13, -3))).toEqual([
    '2026-03-05',
    '2026-03-04',
    '2026-03-03',
    '2026-03-02',
    '2026-03-01',
    '2026-02-28',
    '2026-02-27',
    '2026-02-22',
    '2026-02-15',
  ])
})

test('of several of one day the newest stays', () => {
  const [late, noon, dawn] = [9, 6, 0].map((hours) => made('by-itself', monday + hours * 3_600_000))
  expect(superseded([late!, noon!, dawn!])).toEqual([noon, dawn])
})

test('those made by hand and before an upgrade are counted apart', () => {
  const kept = [
    ...Array.from({ length: 12 }, (_, age) => made('by-hand', monday - age * 60_000)),
    ...Array.from({ length: 7 }, (_, age) => made('before-upgrade', monday - 400 * day - age * day)),
  ]
  expect(superseded(kept)).toEqual([...kept.slice(10, 12), ...kept.slice(17)])
})
