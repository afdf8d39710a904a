import { useQuery } from '@tanstack/react-query'
import { accountQuery } from '#kit/api/account.ts'
import { useMay } from '#kit/api/use-may.ts'
import { pages, type Page } from './pages.ts'

/** The pages that have something to show to whoever looks; all of them while that is not known yet. */
export function usePages(): readonly Page[] {
  const { data: account } = useQuery(accountQuery)
  const may = useMay()
  return account === undefined ? pages : pages.filter((page) => may(page.for))
}
