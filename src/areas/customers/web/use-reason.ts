import { useWords } from '#kit/language/words.ts'
import type { Proposal } from '../propose/proposal-shape.ts'
import { inboxWords } from './words/words.ts'

/** Says in words why a bet is proposed. */
export function useReason(): (proposal: Proposal) => string {
  const words = useWords(inboxWords)
  const quoted = (all: readonly string[]) => all.map((word) => words('quoted', { word })).join(', ')
  return ({ because }) => {
    const within = (place: 'title' | 'text') =>
      because.filter((each) => each.in === place).map(({ word }) => word)
    const [title, text] = [within('title'), within('text')]
    const byGoal = Map.groupBy(
      because.filter(({ goal }) => goal !== null),
      ({ goal }) => goal ?? '',
    )
    return [
      ...(title.length > 0 ? [words('because.title', { words: quoted(title) })] : []),
      ...(text.length > 0 ? [words('because.text', { words: quoted(text) })] : []),
      ...[...byGoal].map(([goal, all]) =>
        words('because.goal', { goal, words: quoted(all.map(({ word }) => word)) }),
      ),
    ].join('; ')
  }
}
