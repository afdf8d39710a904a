import { expect, test } from 'vitest'
import { csvText } from './csv-text.ts'

test('a cell with line breaks of whichever kind is quoted, so that every reader finds the same rows', () => {
  const rows = [
    { key: 'BET-1', teams: ['TEAM-1', 'TEAM-2'], text: 'one\rtwo' },
    { key: 'BET-2', teams: [], text: '=1+1' },
  ]
  expect(csvText(rows)).toBe('key,teams,text\r\nBET-1,"TEAM-1\nTEAM-2","one\rtwo"\r\nBET-2,,\'=1+1\r\n')
})
