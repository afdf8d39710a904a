import { Suspense, type ReactNode } from 'react'
import { linkRules, records } from '#areas/records.ts'
import type { RecordDefinition } from '#kernel/shape.ts'
import { fieldWords } from '#kit/fields/words/words.ts'
import { useWords } from '#kit/language/words.ts'
import { RecordTypesContext } from '#kit/records/record-types.ts'

const types = { all: records, links: linkRules }

/** The ground of every page about records: what types there are. They are loaded with the first such page. */
export function RecordPages({ children }: { readonly children: ReactNode }) {
  return (
    <RecordTypesContext value={types}>
      <Suspense fallback={<div className="skeleton h-64" />}>
        <Ground>{children}</Ground>
      </Suspense>
    </RecordTypesContext>
  )
}

/** Has the words of fields from the start: a field that opens must not take the page away while they load. */
function Ground({ children }: { readonly children: ReactNode }) {
  useWords(fieldWords)
  return children
}

export function definitionOf(collection: string): RecordDefinition | undefined {
  return records.find((definition) => definition.collection === collection)
}
