import { useQuery } from '@tanstack/react-query'
import { Keyboard, Languages, Monitor, Moon, Sun } from 'lucide-react'
import { Suspense, type ReactNode } from 'react'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { useLanguage } from '#kit/language/language.ts'
import { switchLanguage, useWords } from '#kit/language/words.ts'
import { useRepository } from '#kit/page/use-repositories.ts'
import { useChangeView } from '#kit/view/use-view.ts'
import { ComponentFilter } from './component-filter.tsx'
import { PaletteOpener } from './palette/palette-opener.tsx'
import { setTheme, themes, useTheme } from './theme.ts'
import { WindowFilter } from './window-filter.tsx'
import { shellWords } from './words/words.ts'

/** What is shown on the left, how it is shown on the right. */
export function Bar({
  hasFilters,
  canSearch,
  onHelp,
}: {
  readonly hasFilters: boolean
  readonly canSearch: boolean
  readonly onHelp: () => void
}) {
  const words = useWords(shellWords)
  const repository = useRepository()
  return (
    <div
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-2.5"
      data-print="no"
    >
      {hasFilters && repository && (
        <fieldset className="contents min-w-0 items-center gap-x-5 gap-y-2 sm:flex sm:flex-wrap">
          <legend className="sr-only">{words('bar.label')}</legend>
          <RepositorySwitch current={repository.id} />
          <ComponentFilter repository={repository} />
          <WindowFilter />
        </fieldset>
      )}
      <div className="ml-auto flex items-center gap-1">
        <Suspense>{canSearch && <PaletteOpener />}</Suspense>
        <LanguageSwitch />
        <ThemeSwitch />
        <BarButton label={words('bar.help')} onClick={onHelp}>
          <Keyboard size={16} strokeWidth={1.75} aria-hidden="true" />
        </BarButton>
      </div>
    </div>
  )
}

function RepositorySwitch({ current }: { readonly current: string }) {
  const words = useWords(shellWords)
  const changeView = useChangeView()
  const { data } = useQuery(repositoriesQuery)
  const repositories = data?.repositories ?? []
  if (repositories.length < 2) {
    return <span className="max-w-48 truncate font-medium">{repositories[0]?.name}</span>
  }
  return (
    <select
      aria-label={words('bar.repository')}
      value={current}
      // Another repository has other components and other rows.
      onChange={(event) =>
        changeView({ repository: event.target.value, component: undefined, selected: undefined }, 'push')
      }
      className="select max-w-48 font-medium sm:-ml-2"
    >
      {repositories.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

function LanguageSwitch() {
  const words = useWords(shellWords)
  const language = useLanguage()
  const other = language === 'en' ? 'de' : 'en'
  return (
    <button
      type="button"
      lang={other}
      onClick={() => void switchLanguage(other)}
      className="inline-flex h-8 items-center gap-1.5 rounded-xs px-2 text-ink-2 hover:bg-sunk hover:text-ink"
    >
      <Languages size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="sr-only sm:not-sr-only">{words('bar.language')}</span>
    </button>
  )
}

const icons = { system: Monitor, light: Sun, dark: Moon }

function ThemeSwitch() {
  const words = useWords(shellWords)
  const theme = useTheme()
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const Icon = icons[theme]
  return (
    <BarButton label={words(`bar.theme.${theme}`)} onClick={() => setTheme(next)}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </BarButton>
  )
}

interface BarButtonProps {
  readonly label: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function BarButton({ label, onClick, children }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-8 items-center justify-center rounded-xs text-ink-2 hover:bg-sunk hover:text-ink"
    >
      {children}
    </button>
  )
}
