import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RecordDefinition } from '#kernel/shape.ts'
import { accountQuery } from './account.ts'

export type Roles = RecordDefinition['writers']

/** Everybody who belongs to the company; guests come from outside. */
export const insiders: Roles = ['owner', 'leader', 'member']
export const leadership: Roles = ['owner', 'leader']

/**
 * Tells whether whoever looks at the page holds one of the roles, so that nothing is offered that ends in a no. While
 * there is no account, whoever is at the machine may do all; while it is not known who looks, nothing is offered.
 */
export function useMay(): (roles: Roles) => boolean {
  const { data: account } = useQuery(accountQuery)
  return (roles) =>
    account?.state === 'none' || (account?.state === 'signed-in' && roles.includes(account.role))
}

/** The type as whoever looks may see it: for others the fields for leadership are not there. */
export function useSeen(definition: RecordDefinition): RecordDefinition {
  const seesAll = useMay()(leadership)
  return useMemo(() => {
    if (seesAll) return definition
    const seen = Object.entries(definition.fields).filter(([, { personal }]) => !personal?.audience)
    return { ...definition, fields: Object.fromEntries(seen) }
  }, [definition, seesAll])
}
