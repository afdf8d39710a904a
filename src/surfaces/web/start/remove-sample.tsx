import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { AddedToSample } from '#workspace/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { statusQuery } from '#kit/api/queries.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { startQuery } from '#kit/api/start.ts'
import { useWords } from '#kit/language/words.ts'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { bannerWords } from './words/words.ts'

const kept: readonly unknown[] = [accountQuery.queryKey[0], statusQuery.queryKey[0], startQuery.queryKey[0]]

/** Asks once, naming what goes besides, because this cannot be taken back. */
export function RemoveSample({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(bannerWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: start } = useQuery({ ...startQuery, staleTime: 0, refetchOnMount: 'always' })
  const remove = useMutation({
    mutationFn: () => send('DELETE', apiUrl('/sample')),
    async onSuccess() {
      await client.fetchQuery({ ...startQuery, staleTime: 0 })
      await navigate({ to: '/start' })
      client.removeQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey[0]) })
    },
  })
  const added = start?.sample?.added
  return (
    <ConfirmDialog
      title={words('removeTitle')}
      action={words(remove.isPending ? 'removing' : 'removeSubmit')}
      isPending={!added || remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{words('removeText')}</p>
      {added && <Added added={added} />}
    </ConfirmDialog>
  )
}

function Added({ added }: { readonly added: AddedToSample }) {
  const words = useWords(bannerWords)
  const { records, changed, links, others } = added
  if (records.length + changed.length + links + others.length === 0) return <p>{words('nothingAdded')}</p>
  return (
    <>
      <p className="mt-2 font-medium text-ink">{words('added')}</p>
      {/* What scrolls in itself must be a place where the keyboard can stand. */}
      <ul className="flex max-h-60 flex-col gap-1 overflow-y-auto" {...{ tabIndex: 0 }}>
        {[
          ...records.map((record) => ({ ...record, isChanged: false })),
          ...changed.map((record) => ({ ...record, isChanged: true })),
        ].map(({ key, title, isChanged }) => (
          <li key={key} className="flex gap-3">
            <span className="shrink-0 font-mono text-xs leading-6 text-ink-3">{key}</span>
            <span className="min-w-0 wrap-anywhere">
              {title}
              {isChanged && <span className="text-ink-3"> · {words('changed')}</span>}
            </span>
          </li>
        ))}
        {links > 0 && <li>{words('links', { count: links })}</li>}
        {others.map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </>
  )
}
