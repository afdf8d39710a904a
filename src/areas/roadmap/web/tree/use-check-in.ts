import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RecordShape } from '#kernel/shape.ts'
import { send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import type { CheckIn, GoalNode } from '../../goal-tree/tree-shape.ts'
import { treeKey } from './tree-queries.ts'
import { treeWords } from './words/words.ts'

type Goal = Pick<GoalNode, 'key' | 'version' | 'checkIns'>

/** Writes a check-in to the version that was seen, with a way back as long as nobody has written meanwhile. */
export function useCheckIn(goal: Goal, onDone: () => void) {
  const words = useWords(treeWords)
  const client = useQueryClient()
  const { key } = goal
  const reload = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: treeKey }),
      client.invalidateQueries({ queryKey: ['record', key] }),
    ])
  const write = (version: number, checkIns: readonly CheckIn[]) =>
    send<RecordShape>('PATCH', recordUrl('goals', key), { version, fields: { checkIns } })
  const undo = useMutation({
    mutationFn: ({ version, checkIns }: Goal) => write(version, checkIns),
    onSuccess: () => showToast({ text: words('check.undone') }),
    onError: (problem) => showToast({ text: problem.message, isBad: true }),
    onSettled: reload,
  })
  return useMutation({
    mutationFn: (checkIn: CheckIn) => write(goal.version, [...goal.checkIns, checkIn]),
    onSuccess({ version }) {
      showToast({
        text: words('check.saved', { key }),
        action: { label: words('check.undo'), run: () => undo.mutate({ ...goal, version }) },
      })
      onDone()
    },
    onSettled: reload,
  })
}
