import { relations } from '#kernel/shape.ts'
import { useMay } from '#kit/api/use-may.ts'
import { useRecordTypes } from '#kit/records/record-types.ts'

/** A way in which a record may be linked to another. */
export interface Way {
  readonly relation: string
  readonly direction: 'out' | 'in'
  /** Type at the other end. */
  readonly other: string
}

/** Every way in which whoever looks may link a record of the type; a relation that says the same both ways stands once. */
export function useWays(type: string): readonly Way[] {
  const { all, links } = useRecordTypes()
  const may = useMay()
  // A link is written where it begins.
  const mayBegin = (at: string) => all.some((one) => one.type === at && may(one.writers))
  const out = links.filter(({ from }) => from === type && mayBegin(from))
  const into = links.filter(
    ({ from, to, relation }) => to === type && relation !== 'relates' && mayBegin(from),
  )
  return [
    ...out.map(({ relation, to }) => ({ relation, direction: 'out' as const, other: to })),
    ...into.map(({ relation, from }) => ({ relation, direction: 'in' as const, other: from })),
  ]
}

export function sayWay({ relation, direction }: Way, language: 'en' | 'de'): string {
  const known = relations.find(({ name }) => name === relation)
  return known?.words[direction === 'out' ? 'forward' : 'backward'][language] ?? relation
}
