import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { recordQuery, recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { recordWords } from './words/words.ts'

/** Archives a record, or takes an archived one back, at once; the toast leads back. */
export function useArchive(definition: RecordDefinition): (record: RecordShape) => void {
  const words = useWords(recordWords)
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ key, version, archivedAt }: RecordShape) =>
      send<RecordShape>(
        'POST',
        `${recordUrl(definition.collection, key)}/${archivedAt === null ? 'archive' : 'restore'}`,
        { version },
      ),
    onMutate: (record) => {
      // Seen at once; told below where it did not come true.
      const archivedAt = record.archivedAt === null ? new Date().toISOString() : null
      client.setQueryData(recordQuery(record.key).queryKey, { ...record, archivedAt })
    },
    onSuccess: (record) => {
      client.setQueryData(recordQuery(record.key).queryKey, record)
      showToast({
        text: words(record.archivedAt === null ? 'record.restored' : 'record.archived', { key: record.key }),
        action: { label: words('record.undo'), run: () => mutate(record) },
      })
    },
    onError: (problem, record) => {
      void client.invalidateQueries({ queryKey: recordQuery(record.key).queryKey })
      showToast({ text: problem.message, isBad: true })
    },
  })
  return mutate
}
