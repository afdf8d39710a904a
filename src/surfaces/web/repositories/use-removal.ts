import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RepositoryShape } from '#evidence/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'

/** Time in which a removal can be taken back; only then the server is told. */
const secondsToUndo = 8

interface Removal {
  readonly pending: RepositoryShape | null
  readonly error: Error | null
  readonly remove: (repository: RepositoryShape) => void
  readonly undo: () => void
}

/** Removes at once for the eye and for good when the time to undo is over, or when the reader leaves. */
export function useRemoval(): Removal {
  const [pending, setPending] = useState<RepositoryShape | null>(null)
  const { mutate, error } = useMutation({
    mutationFn: (id: string) =>
      send('DELETE', apiUrl(`/repositories/${encodeURIComponent(id)}`), undefined, { keepalive: true }),
  })
  const waiting = useRef<{ readonly id: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null)

  const finish = useCallback(() => {
    const before = waiting.current
    if (!before) return
    waiting.current = null
    clearTimeout(before.timer)
    // Shown again when the server could not do it.
    mutate(before.id, { onSettled: () => setPending((now) => (now?.id === before.id ? null : now)) })
  }, [mutate])

  useEffect(() => {
    addEventListener('pagehide', finish)
    return () => {
      removeEventListener('pagehide', finish)
      finish()
    }
  }, [finish])

  const remove = (repository: RepositoryShape) => {
    finish()
    waiting.current = { id: repository.id, timer: setTimeout(finish, secondsToUndo * 1000) }
    setPending(repository)
  }
  const undo = () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = null
    setPending(null)
  }
  return { pending, error, remove, undo }
}
