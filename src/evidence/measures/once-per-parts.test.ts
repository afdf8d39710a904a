import { expect, test } from 'vitest'
import { oncePerParts } from './once-per-parts.ts'
import { anEvidence } from './testing/an-evidence.ts'

const evidence = anEvidence({
  commits: [{ id: 'a', at: '2026-01-01', files: ['A web/a'] }],
  components: { web: ['web/'] },
})

const minuteLater = { ...evidence, asOf: evidence.asOf + 60_000 }

test('a later as-of gets the same answer, another part or history a new one', () => {
  const answerOf = oncePerParts(['components'], ({ components }) => ({ components }))
  const answer = answerOf(evidence)
  expect(answerOf(minuteLater)).toBe(answer)
  const renamed = { ...evidence, components: [{ name: 'site', paths: [] }] }
  expect(answerOf(renamed)).toEqual({ components: renamed.components })
  expect(answerOf({ ...evidence, history: { ...evidence.history } })).not.toBe(answer)
  // Both are remembered side by side.
  expect(answerOf(evidence)).toBe(answer)
})
