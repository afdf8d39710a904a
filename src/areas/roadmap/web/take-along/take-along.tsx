import { Share } from 'lucide-react'
import { useState } from 'react'
import type { Language } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { RadioRow } from '#kit/page/radio-row.tsx'
import type { RoadmapForecast } from '../../answer-forecast.ts'
import { audiences, type Audience } from '../../take-along/copy-shape.ts'
import { CalendarFeed } from './calendar-feed.tsx'
import { CopyPreview } from './copy-preview.tsx'
import { useTakeAlong } from './use-take-along.ts'
import { takeAlongWords } from './words.ts'

/** Opens what follows. */
export function TakeAlongButton() {
  const words = useWords(takeAlongWords)
  const { takeFor } = useTakeAlong()
  return (
    <button
      type="button"
      className="button"
      aria-haspopup="dialog"
      data-print="no"
      onClick={() => takeFor('team')}
    >
      <Share size={14} aria-hidden="true" /> {words('open')}
    </button>
  )
}

interface TakeAlongProps {
  readonly forecast: RoadmapForecast
  /** Working days of history that pace is drawn from. */
  readonly window: number
}

/** The roadmap for those who do not look at this page: as a picture, a file, a calendar; nothing while nobody asks. */
export function TakeAlong(props: TakeAlongProps) {
  const { audience } = useTakeAlong()
  return audience && <TakeAlongDrawer audience={audience} {...props} />
}

function TakeAlongDrawer({ audience, forecast, window }: TakeAlongProps & { readonly audience: Audience }) {
  const words = useWords(takeAlongWords)
  const shown = useLanguage()
  const { takeFor, close } = useTakeAlong()
  const [language, setLanguage] = useState<Language>(shown)
  const [hasNames, setNames] = useState(false)
  const names = audience === 'board' && hasNames
  const withCare = audience === 'outside' ? markedIn(forecast) : 0
  return (
    <Drawer title={words('title')} onClose={close} isWide>
      <div className="flex flex-col gap-8">
        <div className="flex flex-col gap-2">
          <RadioRow
            legend={words('for')}
            name="audience"
            options={audiences.map((value) => ({ value, label: words(`for.${value}`) }))}
            value={audience}
            onChange={takeFor}
            isLegendShown
          />
          <RadioRow
            legend={words('language')}
            name="copy-language"
            options={languageNames}
            value={language}
            onChange={setLanguage}
            isLegendShown
          />
          {audience === 'board' && (
            <label className="flex items-center gap-2">
              <input
                type="checkbox"
                checked={hasNames}
                onChange={(event) => setNames(event.target.checked)}
              />
              {words('names')}
            </label>
          )}
          <p className="max-w-[64ch] text-pretty text-ink-2">{words(`says.${audience}`)}</p>
          {withCare > 0 && <p className="max-w-[64ch] text-ink-2">{words('care', { count: withCare })}</p>}
        </div>
        <CopyPreview asked={{ audience, language, names, window }} />
        {audience === 'team' && <CalendarFeed language={language} window={window} />}
      </div>
    </Drawer>
  )
}

const languageNames = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const

/** Bets that outsiders hear of, but of no range for. */
function markedIn({ bets }: RoadmapForecast): number {
  return bets.filter(({ marked, state }) => marked === true && state !== 'idea').length
}
