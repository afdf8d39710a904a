import type { RefObject } from 'react'
import { exportUrl, type Format, type Tables } from '#kit/api/queries.ts'
import { downloadSvg } from '#kit/charts/export-svg.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { usePlace } from '#kit/page/place.ts'
import { kitWords } from '#kit/words/words.ts'

interface ExportsProps {
  /** What is exported, as a person would call it. */
  readonly name: string
  readonly table?: keyof Tables | 'measures'
  /** Element that holds the drawing. */
  readonly chart?: RefObject<HTMLElement | null>
}

const formats = ['csv', 'json'] as const satisfies readonly Format[]
const look = 'text-ink-3 underline-offset-2 hover:text-accent hover:underline'

/** The ways to take a table or a picture along. */
export function Exports({ name, table, chart }: ExportsProps) {
  const words = useWords(kitWords)
  const place = usePlace()
  const language = useLanguage()
  const label = (format: string) => words('export.file', { name, format })
  const download = () => {
    const svg = chart?.current?.querySelector<SVGSVGElement>('svg[role=img]')
    if (svg) void downloadSvg(svg, name)
  }
  return (
    <div className="flex gap-3 text-xs" data-print="no">
      <span className="text-ink-3" aria-hidden="true">
        {words('export.label')}
      </span>
      {chart && (
        // Only where a drawing is there: what has no figure yet has no picture to take along.
        <button
          type="button"
          className={`hidden in-[section:has(svg[role=img])]:inline ${look}`}
          aria-label={label('SVG')}
          onClick={download}
        >
          SVG
        </button>
      )}
      {table &&
        formats.map((format) => (
          <a
            key={format}
            className={look}
            aria-label={label(format.toUpperCase())}
            href={exportUrl(place, table, format, language)}
            download
          >
            {format.toUpperCase()}
          </a>
        ))}
    </div>
  )
}
