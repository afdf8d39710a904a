import { expect, test } from 'vitest'
import { progressLine } from './progress-line.ts'
import { look } from './terminal/look.ts'

const english = look({ columns: 40, colour: false, unicode: true, language: 'en' })
const german = look({ ...english, language: 'de' })

function aTerminal(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, columns: 40, written, write: (text: string) => written.push(text) }
}

test('tells how far it is, ten times a second at most, and leaves nothing behind', () => {
  const terminal = aTerminal(true)
  let clock = 0
  const progress = progressLine(terminal, english, () => clock)
  progress.show({ phase: 'history', done: 0, of: 10_288 })
  clock = 50
  progress.show({ phase: 'history', done: 1000, of: 10_288 })
  clock = 150
  progress.show({ phase: 'history', done: 5144, of: 10_288 })
  progress.clear()
  expect(terminal.written).toEqual([
    '\r\u{1b}[2Kreading history: 0 of 10,288 commits (0',
    '\r\u{1b}[2Kreading history: 5,144 of 10,288 commit',
    '\r\u{1b}[2K',
  ])
})

test('is silent where nobody sits at a terminal', () => {
  const pipe = aTerminal(false)
  const progress = progressLine(pipe, english)
  progress.show({ phase: 'lines', done: 1, of: 2 })
  progress.clear()
  expect(pipe.written).toEqual([])
})

test('speaks German where that is read', () => {
  const terminal = { ...aTerminal(true), columns: 80 }
  progressLine(terminal, german).show({ phase: 'contents', done: 1200, of: 2400 })
  expect(terminal.written).toEqual(['\r\u{1b}[2KDateien werden gelesen: 1.200 von 2.400 Dateien (50 %)'])
})
