import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { RecordShape, RecordValues } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import type { InboxShape, InboxView } from '../inbox/inbox-shape.ts'
import { inboxKey, inboxQuery } from './inbox-queries.ts'
import { Contested, writeStep, writeBack } from './write-step.ts'
import { fieldsOf, staysIn, type Step } from './triage-step.ts'
import { inboxWords } from './words/words.ts'

/** A decision that ran into another one; it waits until somebody says which holds. */
export interface Conflict {
  readonly step: Step
  readonly base: RecordShape
  readonly current: RecordShape
}

interface Decision {
  readonly base: RecordShape
  readonly step: Step
}

interface Undo {
  readonly label: string
  readonly run: () => Promise<void>
}

export interface Triage {
  decide(base: RecordShape, step: Step): void
  readonly conflicts: readonly Conflict[]
  /** Makes it hold over what the other has written, or lets that stand. */
  settle(conflict: Conflict, side: 'mine' | 'theirs'): void
  /** Says what was done, with a way back that `u` takes for as long as the page is open. */
  said(text: string, undo: () => Promise<void>): void
  undoLast(): void
}

/** Decides about insights at once, with a way back from each; what others decided meanwhile is never overwritten unseen. */
export function useTriage(view: InboxView): Triage {
  const words = useWords(inboxWords)
  const client = useQueryClient()
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const undos = useRef<Undo[]>([])
  // Two keys on one insight: the second is made to what the first has written.
  const newest = useRef(new Map<string, RecordShape>())
  const reload = useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: inboxKey }),
        client.invalidateQueries({ queryKey: ['customers'] }),
      ]),
    [client],
  )
  const { mutate: takeBack } = useMutation({
    scope: { id: 'triage' },
    mutationFn: ({ run }: Undo) => run(),
    onSuccess: (_done, { label }) => showToast({ text: label }),
    onError: (problem) => showToast({ text: problem.message, isBad: true }),
    onSettled: reload,
  })
  const said: Triage['said'] = (text, run) => {
    const undo = { label: words('undo.done'), run }
    undos.current.push(undo)
    showToast({
      text,
      action: {
        label: words('undo'),
        run: () => {
          undos.current = undos.current.filter((each) => each !== undo)
          takeBack(undo)
        },
      },
    })
  }
  const { mutate } = useMutation({
    // One after the other, so that the next is made to the version that the one before has written.
    scope: { id: 'triage' },
    mutationFn: ({ base, step }: Decision) => writeStep(current(newest.current, base), step),
    onMutate: async ({ base, step }) => {
      const { queryKey } = inboxQuery(view)
      await client.cancelQueries({ queryKey })
      // Seen at once; read anew below, whether it came true or not.
      client.setQueryData<InboxShape>(queryKey, (before) => before && decided(before, view, base, step))
    },
    onSuccess: ({ record, before, isMerged, isNothing }, { base, step }) => {
      newest.current.set(record.key, record)
      if (isNothing) return showToast({ text: words('same', { key: record.key }) })
      const text = words(`done.${step.do}`, {
        key: base.key,
        bet: step.do === 'bet' ? step.bet : '',
      })
      said(isMerged ? `${text} ${words('merged')}` : text, async () => {
        newest.current.set(
          record.key,
          await writeBack(record, before, words('undo.late', { key: record.key })),
        )
      })
    },
    onError: (problem, { step }) => {
      if (problem instanceof Contested) {
        const { base, current: theirs } = problem
        newest.current.set(theirs.key, theirs)
        setConflicts((all) => [
          ...all.filter((each) => each.current.key !== theirs.key),
          { step, base, current: theirs },
        ])
      } else showToast({ text: problem.message, isBad: true })
    },
    onSettled: reload,
  })
  return {
    decide: (base, step) => mutate({ base, step }),
    conflicts,
    settle(conflict, side) {
      setConflicts((all) => all.filter((each) => each !== conflict))
      if (side === 'mine') mutate({ base: conflict.current, step: conflict.step })
    },
    said,
    undoLast() {
      const last = undos.current.pop()
      if (last) takeBack(last)
    },
  }
}

/** The newest version that is known here. */
function current(known: ReadonlyMap<string, RecordShape>, base: RecordShape): RecordShape {
  const newer = known.get(base.key)
  return newer && newer.version > base.version ? newer : base
}

function decided(inbox: InboxShape, view: InboxView, { key }: RecordShape, step: Step): InboxShape {
  const insights = inbox.insights.flatMap((each) => {
    if (each.key !== key) return [each]
    const fields: RecordValues = { ...each.fields, ...fieldsOf(step, each.fields) }
    return staysIn(view, fields) ? [{ ...each, fields }] : []
  })
  const gone = inbox.insights.length - insights.length
  return { ...inbox, insights, counts: { ...inbox.counts, [view]: inbox.counts[view] - gone } }
}
