import { useNavigate } from '@tanstack/react-router'
import { records } from '#areas/records.ts'
import { useMay } from '#kit/api/use-may.ts'
import { useLanguage } from '#kit/language/language.ts'
import { switchLanguage, useWords } from '#kit/language/words.ts'
import { useView } from '#kit/view/use-view.ts'
import { keptView } from '#kit/view/view.ts'
import { listOf } from '../pages.ts'
import { setTheme, themes, useTheme } from '../theme.ts'
import { usePages } from '../use-pages.ts'
import { shellWords } from '../words/words.ts'
import { matchesWords } from './matches-words.ts'
import { paletteWords } from './words/words.ts'

/** One line of the palette and what it does. */
export interface Choice {
  readonly id: string
  readonly label: string
  /** True where another page follows, whose content then has the focus. */
  readonly leads: boolean
  readonly run: () => void
}

/** The pages and commands that match what was typed; all of them while nothing was. */
export function useChoices(typed: string): {
  readonly pages: readonly Choice[]
  readonly commands: readonly Choice[]
} {
  const words = useWords(paletteWords)
  const shell = useWords(shellWords)
  const language = useLanguage()
  const theme = useTheme()
  const navigate = useNavigate()
  const view = useView()
  const pages = usePages()
  const may = useMay()
  const toPages = pages.map((page): Choice => ({
    id: `page:${page.to}`,
    label: shell(page.word),
    leads: true,
    run: () => void navigate({ to: page.to, search: keptView(view) }),
  }))
  const toNew = records.flatMap((definition): Choice[] => {
    const list = pages.find((page) => 'prefix' in page && page.prefix === definition.prefix)
    if (!list || !may(definition.writers)) return []
    const label = words('command.new', { name: definition.names.one[language] })
    return [
      {
        id: `new:${definition.type}`,
        label,
        leads: true,
        run: () => void navigate({ href: `${listOf(list)}?form=new` }),
      },
    ]
  })
  const toThemes = themes
    .filter((each) => each !== theme)
    .map((each): Choice => ({
      id: `theme:${each}`,
      label: words(`command.theme.${each}`),
      leads: false,
      run: () => setTheme(each),
    }))
  const toLanguage: Choice = {
    id: 'language',
    label: words('command.language'),
    leads: false,
    run: () => void switchLanguage(language === 'en' ? 'de' : 'en'),
  }
  const matching = (choices: readonly Choice[]) => choices.filter(({ label }) => matchesWords(label, typed))
  return { pages: matching(toPages), commands: matching([...toNew, toLanguage, ...toThemes]) }
}
