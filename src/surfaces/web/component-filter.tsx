import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RepositoryShape } from '#evidence/shape.ts'
import { tableQuery } from '#kit/api/queries.ts'
import { useWords } from '#kit/language/words.ts'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { usualWeeks } from '#kit/view/view.ts'
import { shellWords } from './words/words.ts'

/** Narrows every figure of the page to one component. */
export function ComponentFilter({ repository }: { readonly repository: RepositoryShape }) {
  const words = useWords(shellWords)
  const changeView = useChangeView()
  const { component } = useView()
  const place = { repository: repository.id, component: null, weeks: usualWeeks }
  const { data } = useQuery(tableQuery(place, 'component-names'))
  const names = useMemo(() => data?.rows.map(({ name }) => name).toSorted() ?? [], [data])
  // A component that the address names stays in the list even before the list is there.
  const shown = component === undefined || names.includes(component) ? names : [component, ...names]
  if (shown.length < 2) return null
  return (
    <select
      aria-label={words('bar.component')}
      value={component ?? ''}
      onChange={(event) => changeView({ component: event.target.value, selected: undefined }, 'push')}
      className="select max-w-56"
    >
      <option value="">{words('bar.allComponents')}</option>
      {shown.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  )
}
