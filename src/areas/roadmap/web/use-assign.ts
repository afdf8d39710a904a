import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RecordShape } from '#kernel/shape.ts'
import { apiUrl, getJson, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { recordQuery, recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { alignmentKey, unjoinedQuery, type Group, type Unjoined } from './allocation-queries.ts'
import { allocationWords } from './words/words.ts'

/** What is to be done with a group. */
export interface Assigning {
  readonly group: Group
  readonly bet: string
  /** Whether what comes there later belongs to the bet as well. */
  readonly always: boolean
}

/** The most changes that are assigned at once. */
const mostAtOnce = 2000

/** Assigns a group to a bet, at once and with a way back; on request its folder becomes a rule of the bet. */
export function useAssign(window: { readonly from: string; readonly to: string }) {
  const words = useWords(allocationWords)
  const client = useQueryClient()
  const { queryKey } = unjoinedQuery(window)
  const reload = () => client.invalidateQueries({ queryKey: alignmentKey })
  const undo = useMutation({
    mutationFn: async ({ assigned: { group, bet }, rule }: { assigned: Assigning; rule: Rule | null }) => {
      if (rule)
        await send('PATCH', recordUrl('bets', bet), { version: rule.version, fields: { paths: rule.before } })
      await assign(group, null)
    },
    onSuccess: () => showToast({ text: words('unjoined.back.done') }),
    onError: (problem) => showToast({ text: problem.message, isBad: true }),
    onSettled: reload,
  })
  return useMutation({
    mutationFn: async ({ group, bet, always }: Assigning) => {
      await assign(group, bet)
      return always ? addRule(group, bet) : null
    },
    onMutate: async ({ group }) => {
      await client.cancelQueries({ queryKey })
      // Seen at once; loaded anew below, whether it came true or not.
      client.setQueryData<Unjoined>(queryKey, (before) => before && without(before, group))
    },
    onSuccess: (rule, assigned) => {
      const { group, bet, always } = assigned
      void client.invalidateQueries({ queryKey: recordQuery(bet).queryKey })
      showToast({
        text: words(always ? 'unjoined.ruled' : 'unjoined.assigned', {
          count: group.hashes.length,
          bet,
          pattern: group.pattern,
        }),
        action: { label: words('unjoined.undo'), run: () => undo.mutate({ assigned, rule }) },
      })
    },
    onError: (problem) => showToast({ text: problem.message, isBad: true }),
    onSettled: reload,
  })
}

/** What a bet had before a rule was added to it, and the version that it has since. */
interface Rule {
  readonly version: number
  readonly before: unknown
}

async function addRule({ repository, pattern }: Group, bet: string): Promise<Rule | null> {
  const before = await getJson<RecordShape>(recordUrl('bets', bet))
  const after = await send<RecordShape>('POST', `${recordUrl('bets', bet)}/add-path`, {
    version: before.version,
    repository: repository.name,
    pattern,
  })
  return after.version === before.version
    ? null
    : { version: after.version, before: before.fields['paths'] ?? [] }
}

async function assign({ repository, hashes }: Group, bet: string | null): Promise<void> {
  for (let at = 0; at < hashes.length; at += mostAtOnce)
    // oxlint-disable-next-line no-await-in-loop -- a group that large is assigned part by part
    await send('POST', apiUrl('/roadmap/assign'), {
      repository: repository.id,
      hashes: hashes.slice(at, at + mostAtOnce),
      bet,
    })
}

function without({ changes, groups, ...rest }: Unjoined, gone: Group): Unjoined {
  return {
    ...rest,
    changes: changes - gone.hashes.length,
    groups: groups.filter(
      ({ repository, folder }) => repository.id !== gone.repository.id || folder !== gone.folder,
    ),
  }
}
