import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { TableShape } from '#evidence/shape.ts'
import { tableQuery, type Tables } from '#kit/api/queries.ts'
import { usePlace } from '#kit/page/place.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'

interface FromTableProps<Name extends keyof Tables> {
  readonly name: Name
  readonly height: number
  readonly children: (table: TableShape<Tables[Name]>) => ReactNode
}

/** Shows a table of the page's repository once it is there, a place of its size until then, and why where it cannot. */
export function FromTable<Name extends keyof Tables>({ name, height, children }: FromTableProps<Name>) {
  const { data, error, refetch } = useQuery(tableQuery(usePlace(), name))
  if (data) return children(data)
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  return <div className="skeleton" style={{ height }} aria-hidden="true" />
}
