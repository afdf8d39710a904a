import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { ApiProblem, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import type { BetOutlook } from '../answer-forecast.ts'
import { forecastKey } from './forecast-query.ts'
import { inOrder, placeBeside, type Placed } from './place-beside.ts'
import { roadmapWords } from './words.ts'

/** A place that was given here and that the forecast does not know yet; without a version while it is being written. */
interface Given {
  readonly order: number | null
  readonly version: number | null
}

interface Move {
  readonly key: string
  readonly writes: readonly Placed[]
  /** Said when it is done. */
  readonly text: string
  /** What takes it back; null for what has itself taken something back. */
  readonly back: readonly Placed[] | null
  /** Places that must still be as they were written here: of what others moved meanwhile nothing is taken back. */
  readonly from?: readonly Placed[]
}

class MovedByOthers extends Error {}

const mutationKey = ['roadmap', 'order']

export type MoveBet = (key: string, target: string, side: 'before' | 'after') => void

/** The bets in the order that was given here last, seen at once, and how one is moved; each move can be taken back. */
export function useReorder(known: readonly BetOutlook[]): {
  readonly bets: readonly BetOutlook[]
  readonly move: MoveBet
} {
  const words = useWords(roadmapWords)
  const client = useQueryClient()
  const [given, setGiven] = useState<ReadonlyMap<string, Given>>(new Map())
  const newest = useNewest(known)
  const bets = useMemo(
    () =>
      inOrder(
        known.map((bet) => {
          const own = given.get(bet.key)
          return own && (own.version === null || bet.version < own.version)
            ? { ...bet, order: own.order }
            : bet
        }),
      ),
    [known, given],
  )
  const change = (writes: readonly Placed[], version: (key: string) => number | null) =>
    setGiven((before) => {
      const after = new Map(before)
      for (const { key, order } of writes) after.set(key, { order, version: version(key) })
      return after
    })
  const { mutate } = useMutation({
    mutationKey,
    // One after the other: the next is made to the version that the one before has written.
    scope: { id: 'roadmap-order' },
    mutationFn: async ({ writes, from = [] }: Move) => {
      if (from.some(({ key, order }) => newest.get(key)?.order !== order)) throw new MovedByOthers()
      for (const { key, order } of writes) {
        const saved = await send<RecordShape>('PATCH', recordUrl('bets', key), {
          version: newest.get(key)?.version,
          fields: { order },
        })
        newest.set(key, { version: saved.version, order })
      }
    },
    onMutate: ({ writes }) => change(writes, () => null),
    onSuccess: (_saved, { key, writes, text, back }) => {
      change(writes, (each) => newest.get(each)?.version ?? null)
      const undo = () =>
        mutate({ key, writes: back ?? [], from: writes, text: words('moved.back', { key }), back: null })
      showToast({ text, action: back ? { label: words('moved.undo'), run: undo } : null })
    },
    onError: (problem, { key, writes }) => {
      setGiven((before) => {
        const after = new Map(before)
        for (const write of writes) after.delete(write.key)
        return after
      })
      const isConflict =
        problem instanceof MovedByOthers || (problem instanceof ApiProblem && problem.status === 409)
      showToast({
        text: isConflict
          ? words('moved.conflict', { key })
          : words('moved.failed', { key, reason: problem.message }),
        isBad: true,
      })
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey }) <= 1) void client.invalidateQueries({ queryKey: forecastKey })
    },
  })
  return {
    bets,
    move: (key, target, side) => {
      const writes = placeBeside(bets, key, target, side)
      if (writes.length === 0) return
      const orders = new Map(bets.map((bet) => [bet.key, bet.order]))
      // The other way round, so that taking it back disturbs nothing on its way either.
      const back = writes
        .map((write) => ({ key: write.key, order: orders.get(write.key) ?? null }))
        .toReversed()
      mutate({ key, writes, text: words(`moved.${side}`, { key, other: target }), back })
    },
  }
}

interface Newest {
  readonly version: number
  readonly order: number | null
}

/** The newest version of each bet that is known here: as it was read, or as it was written since. */
function useNewest(bets: readonly BetOutlook[]): Map<string, Newest> {
  const [newest] = useState(() => new Map<string, Newest>())
  useEffect(() => {
    for (const { key, version, order } of bets)
      if (version > (newest.get(key)?.version ?? 0)) newest.set(key, { version, order })
  }, [bets, newest])
  return newest
}
