import { useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { pivotWords } from './pivot-words.ts'

/** What is written about one who must be told; what is left out stays. */
export interface Telling {
  readonly whom: string
  readonly what?: string | null
  readonly due?: string | null
  readonly told?: string | null
  readonly remove?: true
}

interface Written {
  readonly given: Telling
  /** Said when it is done; nothing where it takes something back. */
  readonly text: string | null
  readonly back: (() => void) | null
}

type Write<First> = (first: First, text?: string, back?: () => void) => void

/** Writes into the list of a pivot, one row at a time, with a way back. */
export function useTell(pivot: string): { readonly tell: Write<Telling>; readonly remove: Write<string> } {
  const words = useWords(pivotWords)
  const client = useQueryClient()
  const { mutate } = useMutation({
    scope: { id: 'tell' },
    mutationFn: ({ given }: Written) => send('POST', `${recordUrl('pivots', pivot)}/tell`, { ...given }),
    onSuccess: (_written, { text, back }) =>
      showToast({
        text: text ?? words('told.back'),
        ...(back && { action: { label: words('undo'), run: back } }),
      }),
    onError: (problem) => showToast({ text: problem.message, isBad: true }),
    onSettled: () => client.invalidateQueries({ queryKey: ['pivot'] }),
  })
  return {
    tell: (given, text, back) => mutate({ given, text: text ?? null, back: back ?? null }),
    remove: (whom, text, back) =>
      mutate({ given: { whom, remove: true }, text: text ?? null, back: back ?? null }),
  }
}
