import { expect, test } from 'vitest'
import { goal } from '#areas/strategy/goal.record.ts'
import { columnsOf, filtersOf, filtersToText, nextOrder, parseListView } from './list-view.ts'

test('what an address says of a list comes back, and what nobody understands is left out', () => {
  const search = {
    sort: '-due',
    title: 2024,
    archived: 'only',
    where: 'state:active',
    form: 'new',
    other: 'x',
  }
  expect(parseListView(search)).toEqual({
    sort: '-due',
    title: '2024',
    archived: 'only',
    where: 'state:active',
    form: 'new',
  })
  expect(parseListView({ sort: '', archived: 'maybe', form: 'edit', columns: null })).toEqual({})
})

test('filters are those that the type has fields for, and are written as they are read', () => {
  const where = 'state:active,owner:PERSON-2,gone:x,labels:a:b,due:,due.at-most:2026-12-31,state.at-most:x'
  const filters = filtersOf({ where }, goal)
  expect(filters).toEqual({
    state: 'active',
    owner: 'PERSON-2',
    labels: 'a:b',
    'due.at-most': '2026-12-31',
  })
  expect(filtersOf({ where: filtersToText(filters) ?? '' }, goal)).toEqual(filters)
  expect(filtersToText({})).toBeUndefined()
})

test('the address decides on the columns, then what was chosen last, then what a list is looked through by', () => {
  expect(columnsOf(goal, { columns: 'due,state,gone' }, 'metric')).toEqual(['state', 'due'])
  expect(columnsOf(goal, {}, 'metric')).toEqual(['metric'])
  expect(columnsOf(goal, {}, null)).toEqual(['state', 'from', 'due', 'parent', 'owner'])
  const own = { ...goal, columns: ['metric', 'state'] }
  expect(columnsOf(own, {}, null)).toEqual(['state', 'metric'])
  expect(columnsOf(own, { columns: 'due' }, null)).toEqual(['due'])
})

test('a press on a head orders by it, a second the other way round, a third as before', () => {
  const { due, target } = goal.fields
  expect([
    nextOrder(undefined, 'due', due),
    nextOrder('due', 'due', due),
    nextOrder('-due', 'due', due),
  ]).toEqual(['due', '-due', undefined])
  expect(nextOrder(undefined, 'target', target)).toBe('-target')
})
