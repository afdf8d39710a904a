import { expect, test } from 'vitest'
import { copyFor } from '../copy-for.ts'
import type { Audience } from '../copy-shape.ts'
import { aForecast, anOutlook, dated } from '../testing/an-outlook.ts'
import { drawCopy } from './draw-copy.ts'
import { widthOf, wrapText } from './wrap-text.ts'

const long =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft für alle Häuser am Fluss'

const picture = (count: number, audience: Audience, title = long) => {
  const bets = Array.from({ length: count }, (_, at) =>
    anOutlook(`BET-${at + 1}`, {
      title: `${at + 1} ${title}`,
      horizon: ['now', 'next', 'later'][at % 3] ?? null,
      wanted: '2027-05-01',
      goals: [{ key: 'GOAL-1', title }],
      ...dated('2026-12-03', '2027-01-03', '2027-03-01', '2027-06-01'),
    }),
  )
  return drawCopy(copyFor(aForecast(bets), { audience, language: 'en', names: false, keptInside: [] }))
}

/** Where the letters of a picture stand. */
function linesOf(svg: string) {
  return [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([whole, x, y, size, text = '']) => ({
      x: Number(x),
      y: Number(y),
      size: Number(size),
      width: widthOf(text, { size: Number(size), bold: whole.includes('font-weight') }),
      isEnd: whole.includes('text-anchor'),
    }),
  )
}

test.each([
  ['team', 3],
  ['board', 5],
  ['outside', 9],
  ['team', 60],
  ['board', 60],
  ['outside', 60],
] as const)('for %s with %i bets no line of text runs into another or off the picture', (audience, count) => {
  const svg = picture(count, audience)
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const lines = linesOf(svg)
  expect(lines.length).toBeGreaterThan(count * 2)
  const boxes = lines.map(({ x, y, size, width, isEnd }) => ({
    left: isEnd ? x - width : x,
    right: isEnd ? x : x + width,
    top: y - size * 0.8,
    bottom: y + size * 0.22,
  }))
  const faults = boxes.filter(
    (one, at) =>
      one.right > Number(width) ||
      one.bottom > Number(height) ||
      boxes.some(
        (other, against) =>
          at < against &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      ),
  )
  expect(faults).toEqual([])
})

test('a few bets make a slide, many a longer picture', () => {
  expect(picture(3, 'outside', 'Short')).toContain('viewBox="0 0 1600 900"')
  expect(picture(3, 'team', 'Short')).toContain('viewBox="0 0 1600 900"')
  const [, height] = /viewBox="0 0 1600 (\d+)"/.exec(picture(60, 'team')) ?? []
  expect(Number(height)).toBeGreaterThan(2000)
})

test('stands alone, says what it shows, and refers to nothing', () => {
  const svg = picture(2, 'board')
  expect(svg).toMatch(/^<svg xmlns="[^"]+" [^>]*role="img" aria-labelledby="title what"/)
  expect(svg).toContain('<title id="title">Roadmap for board and investors. As of 28 Nov 2026.</title>')
  expect(svg).toMatch(/<desc id="what">Now: 1 Donau/)
  expect(svg).not.toMatch(/href|url\(|style=|<image|<foreignObject| on\w+=/)
  expect(svg).toContain('<rect width="1600" height="900" fill="#ffffff"/>')
})

test('the picture for outsiders draws nothing by which a day could be measured', () => {
  const at = (p50: string) =>
    drawCopy(
      copyFor(aForecast([anOutlook('BET-1', dated(p50, p50, '2027-03-01', '2027-03-02'))]), {
        audience: 'outside',
        language: 'en',
        names: false,
        keptInside: [],
      }),
    )
  expect(at('2027-01-04')).toBe(at('2027-02-26'))
})

test('lines are broken between words, and within one where it must be, with an ellipsis for what does not fit', () => {
  const letters = { size: 10 }
  expect(wrapText('one two three', widthOf('one two', letters), letters, 3)).toEqual(['one two', 'three'])
  expect(wrapText('one two three', widthOf('one two', letters), letters, 1)[0]).toMatch(/^one .*…$/)
  const broken = wrapText('a'.repeat(100), 100, letters, 3)
  expect(broken).toHaveLength(3)
  for (const each of broken) expect(widthOf(each, letters)).toBeLessThanOrEqual(100)
  expect(wrapText('👩‍👩‍👧'.repeat(30), 100, letters, 2).join('').replaceAll('👩‍👩‍👧', '')).toBe('…')
  expect(wrapText('', 100, letters, 2)).toEqual([])
})
