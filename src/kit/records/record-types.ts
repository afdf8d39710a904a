import { createContext, use } from 'react'
import { parseKey, type LinkRule, type RecordDefinition } from '#kernel/shape.ts'

/** The types of record that the product has and how they may be linked; whoever composes the pages knows them. */
export interface RecordTypes {
  readonly all: readonly RecordDefinition[]
  readonly links: readonly LinkRule[]
}

export const RecordTypesContext = createContext<RecordTypes>({ all: [], links: [] })

export function useRecordTypes(): RecordTypes {
  return use(RecordTypesContext)
}

/** The type that a key such as `GOAL-3` belongs to. */
export function typeOfKey({ all }: RecordTypes, key: string): RecordDefinition | undefined {
  const prefix = parseKey(key)?.prefix
  return all.find((definition) => definition.prefix === prefix)
}
