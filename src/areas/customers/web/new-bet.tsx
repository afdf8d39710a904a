import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { getJson, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordUrl } from '#kit/records/record-queries.ts'
import type { BetFromInsight } from '../new-bet.ts'
import { inboxKey } from './inbox-queries.ts'
import type { Triage } from './use-triage.ts'
import { inboxWords } from './words/words.ts'

interface NewBetProps {
  readonly insight: RecordShape
  readonly triage: Triage
  readonly onClose: () => void
}

/** Makes a bet of what was said: its title is what will be different, which is another sentence. */
export function NewBet({ insight, triage, onClose }: NewBetProps) {
  const words = useWords(inboxWords)
  const client = useQueryClient()
  const [title, setTitle] = useState('')
  const make = useMutation({
    mutationFn: () =>
      send<BetFromInsight>('POST', `${recordUrl('insights', insight.key)}/new-bet`, {
        title: title.trim(),
        version: insight.version,
      }),
    onSuccess: ({ bet, insight: kept }) => {
      triage.said(words('newBet.done', { bet: bet.key, key: insight.key }), async () => {
        await send('PATCH', recordUrl('insights', kept.key), {
          version: kept.version,
          fields: { bets: insight.fields['bets'] ?? null, state: insight.fields['state'] ?? null },
        })
        const { version } = await getJson<RecordShape>(recordUrl('bets', bet.key))
        await send('POST', `${recordUrl('bets', bet.key)}/archive`, { version })
      })
      void client.invalidateQueries({ queryKey: inboxKey })
      void client.invalidateQueries({ queryKey: ['customers'] })
      onClose()
    },
  })
  return (
    <Drawer
      title={words('newBet.title', { key: insight.key })}
      onClose={onClose}
      foot={
        <button
          type="submit"
          form="new-bet"
          className="button-primary"
          disabled={title.trim() === '' || make.isPending}
        >
          {words('newBet.make')}
        </button>
      }
    >
      <p className="mb-4 max-w-[64ch] wrap-anywhere text-ink-2">{insight.title}</p>
      <form
        id="new-bet"
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() !== '' && !make.isPending) make.mutate()
        }}
      >
        <label data-field="title" className="block">
          <span className="mb-1 block font-medium">{words('newBet.name')}</span>
          <input
            className="input w-full"
            value={title}
            maxLength={120}
            autoComplete="off"
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        <p className="mt-1 max-w-[64ch] text-xs text-ink-3">{words('newBet.help')}</p>
      </form>
      {make.error && (
        <div className="mt-5">
          <ProblemNote error={make.error} isAct />
        </div>
      )}
    </Drawer>
  )
}
