import { expect, test } from 'vitest'
import { changedView, keptView, parseView } from './view.ts'

test('what an address says and nobody understands is left out', () => {
  expect(parseView({ weeks: 7, repository: '', figure: null, selected: ['a'], other: 'x' })).toEqual({})
})

test('text that looks like a number or a truth value stays text', () => {
  expect(parseView({ component: 2024, repository: true })).toEqual({ component: '2024', repository: 'true' })
})

test('the usual window stands in no address', () => {
  expect(parseView({ weeks: 13 })).toEqual({})
  expect(parseView({ weeks: '26' })).toEqual({ weeks: 26 })
})

test('another page keeps the place and drops what was open on this one', () => {
  const view = parseView({ repository: 'r', component: 'c', weeks: 4, figure: 'f', sort: 's', selected: 'x' })
  expect(keptView(view)).toEqual({ repository: 'r', component: 'c', weeks: 4 })
  expect(changedView(view, { figure: undefined, component: '' })).toEqual({
    repository: 'r',
    weeks: 4,
    sort: 's',
    selected: 'x',
  })
})
