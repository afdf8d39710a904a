import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { accountQuery } from '#kit/api/account.ts'
import { send } from '#kit/api/request.ts'
import { insiders } from '#kit/api/use-may.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import type { VisionEditionShape } from '../edition-shape.ts'
import { visionKey } from './vision-queries.ts'
import { visionWords } from './words/words.ts'

/** Lets whoever is signed in say that they have read it, and take that back. Without an account there is nobody to say so. */
export function HaveRead({ shown: { key, edition, read } }: { readonly shown: VisionEditionShape }) {
  const words = useWords(visionWords)
  const format = useFormat()
  const client = useQueryClient()
  const { data: account } = useQuery(accountQuery)
  const mark = useMutation({
    mutationFn: (said: 'yes' | 'no') =>
      send('POST', `${recordUrl('visions', key)}/mark-read`, { edition, read: said }),
    onSuccess: (_, said) =>
      showToast(
        said === 'yes'
          ? {
              text: words('read.noted', { edition }),
              action: { label: words('read.undo'), run: () => mark.mutate('no') },
            }
          : { text: words('read.taken') },
      ),
    onError: (problem) => showToast({ text: problem.message, isBad: true }),
    onSettled: () => client.invalidateQueries({ queryKey: visionKey }),
  })
  if (account?.state !== 'signed-in' || !insiders.includes(account.role)) return null
  return (
    <p className="mt-10 flex flex-wrap items-center gap-x-4 gap-y-2" data-print="no">
      {read === null ? (
        <>
          <span className="text-ink-2">{words('read.ask', { edition })}</span>
          <button
            type="button"
            className="button"
            disabled={mark.isPending}
            onClick={() => mark.mutate('yes')}
          >
            <Check size={14} aria-hidden="true" /> {words('read.mark')}
          </button>
        </>
      ) : (
        <>
          <span className="text-ink-2">
            <Check size={14} aria-hidden="true" className="mr-1.5 inline" />
            {words('read.done', { day: format.day(read) })}
          </span>
          <button
            type="button"
            className="text-accent underline underline-offset-2"
            disabled={mark.isPending}
            onClick={() => mark.mutate('no')}
          >
            {words('read.back')}
          </button>
        </>
      )}
    </p>
  )
}
