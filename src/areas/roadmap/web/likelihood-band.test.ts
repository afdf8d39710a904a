import { expect, test } from 'vitest'
import { labelSide, likelihoodBand } from './likelihood-band.ts'
import { axisOf, endOf, placeOf } from './time-axis.ts'

const axis = axisOf('2026-11-30', 'quarter')

const days = (first: string, chances: readonly number[]) =>
  chances.map((chance, at) => ({
    day: at + 1,
    date: new Date(Date.parse(`${first}T00:00:00Z`) + at * 86_400_000).toISOString().slice(0, 10),
    chance,
  }))

const spread = {
  dates: { 50: '2026-12-02', 70: '2026-12-03', 85: '2026-12-04', 95: '2026-12-06' },
  cumulative: days('2026-12-01', [0.2, 0.5, 0.7, 0.85, 0.88, 0.95, 1]),
}

test('a band runs from the beginning of the 50 % day to the end of the 95 % day, without a gap, ever paler', () => {
  const band = likelihoodBand(axis, spread)
  if (!band || band === 'beyond') throw new Error('no band')
  expect([band.start, band.end]).toEqual([placeOf(axis, '2026-12-02'), endOf(axis, '2026-12-06')])
  expect(band.slices[0]?.start).toBe(band.start)
  expect(band.slices.at(-1)?.end).toBe(band.end)
  for (const [at, slice] of band.slices.entries()) {
    const next = band.slices[at + 1]
    if (!next) continue
    expect(slice.end).toBe(next.start)
    expect(slice.weight).toBeGreaterThan(next.weight)
  }
  expect(band.isCut).toBe(false)
})

test('a slice weighs what is still open, against one half', () => {
  const band = likelihoodBand(axis, spread)
  if (!band || band === 'beyond') throw new Error('no band')
  // 50 to 55 %, 70 to 75 %, 85 to 90 % on two days, 95 % and more.
  expect(band.slices.map(({ weight }) => Math.round(weight * 100))).toEqual([95, 55, 25, 5])
})

test('a forecast of one certain day is one day wide', () => {
  const date = '2026-12-02'
  const band = likelihoodBand(axis, {
    dates: { 50: date, 70: date, 85: date, 95: date },
    cumulative: days(date, [1]),
  })
  expect(band).toMatchObject({ start: placeOf(axis, date), end: endOf(axis, date) })
})

test('what goes on beyond the axis is cut, what lies beyond is said, and no forecast is no band', () => {
  const cut = likelihoodBand(axisOf('2026-12-02', 'quarter'), {
    dates: { 50: '2026-12-04', 70: '2027-06-01', 85: null, 95: null },
    cumulative: days('2026-12-04', [0.5, 0.6]),
  })
  expect(cut).toMatchObject({ end: 100, isCut: true })
  const later = { 50: '2028-01-01', 70: '2028-01-02', 85: '2028-01-03', 95: '2028-01-04' }
  expect(likelihoodBand(axis, { dates: later, cumulative: [] })).toBe('beyond')
  expect(likelihoodBand(axis, { dates: null, cumulative: [] })).toBe(null)
  const never = { 50: null, 70: null, 85: null, 95: null }
  expect(likelihoodBand(axis, { dates: never, cumulative: [] })).toBe(null)
})

test('a label stands on the right where there is room, else on the left, else nowhere beside', () => {
  expect(labelSide({ start: 10, end: 40 }, 20)).toBe('right')
  expect(labelSide({ start: 30, end: 90 }, 20)).toBe('left')
  expect(labelSide({ start: 10, end: 90 }, 20)).toBe(null)
})
