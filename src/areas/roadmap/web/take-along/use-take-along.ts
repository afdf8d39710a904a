import { useNavigate, useSearch } from '@tanstack/react-router'
import { audiences, type Audience } from '../../take-along/copy-shape.ts'

/** For whom the roadmap is being taken along, as the address says it; null for nobody. */
export function useTakeAlong(): readonly [Audience | null, (audience: Audience | null) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (audience: Audience | null) =>
    void navigate({
      to: '.',
      search: ({ take: _, ...before }: Readonly<Record<string, unknown>>) => ({
        ...before,
        ...(audience !== null && { take: audience }),
      }),
      resetScroll: false,
      // From one audience to the next is no step to come back to.
      replace: audience !== null && search['take'] !== undefined,
    })
  return [audiences.find((one) => one === search['take']) ?? null, change]
}
