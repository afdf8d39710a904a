import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { ApiProblem, send } from '#kit/api/request.ts'
import { recordQuery, recordUrl } from '#kit/records/record-queries.ts'
import type { Given } from './form/use-record-form.ts'

/** A change that ran into another one: what it was made to, what it wanted, and what is kept now. */
export interface Conflict {
  readonly base: RecordShape
  readonly given: Given
  readonly current: RecordShape
}

interface Change {
  readonly base: RecordShape
  readonly fields: Given
  /** The version that the change is made to, where that is not the one that it was written to. */
  readonly onto?: RecordShape
}

/** Saves a change to a record; one that others have changed meanwhile becomes a conflict, never an overwriting. */
export function useSave(definition: RecordDefinition, onSaved: (record: RecordShape) => void) {
  const client = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const save = useMutation({
    mutationFn: ({ base, fields, onto = base }: Change) =>
      send<RecordShape>('PATCH', recordUrl(definition.collection, base.key), {
        version: onto.version,
        fields,
      }),
    onSuccess: (record) => {
      client.setQueryData(recordQuery(record.key).queryKey, record)
      setConflict(null)
      onSaved(record)
    },
    onError: (problem, { base, fields }) => {
      const current =
        problem instanceof ApiProblem && problem.status === 409 ? problem.details['current'] : null
      if (current) setConflict({ base, given: fields, current: current as RecordShape }) // what the API says of a stale version
    },
  })
  return { save, conflict, dropConflict: () => setConflict(null) }
}
