import { useRef } from 'react'
import type { ReleaseShape } from '#evidence/shape.ts'
import { ReleaseStrip } from '#kit/charts/release-strip.tsx'
import { asText, useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { DataTable, type Column } from '#kit/table/data-table.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { FromTable } from '#kit/table/from-table.tsx'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { deliveryWords } from './words.ts'

/** Every version that was given out, on an axis of time and as a table. */
export function Releases() {
  const words = useWords(deliveryWords)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <Section
      title={words('releases.title')}
      lead={words('releases.lead')}
      actions={<Exports name={words('releases.name')} table="releases" chart={chart} />}
    >
      <FromTable name="releases" height={360}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="max-w-[64ch] text-ink-2">{words('releases.none')}</p>
          ) : (
            <>
              <div ref={chart} className="mb-5">
                <Strip releases={rows} />
              </div>
              <div className="max-w-3xl">
                <ReleaseTable releases={rows} total={total} />
              </div>
            </>
          )
        }
      </FromTable>
    </Section>
  )
}

function Strip({ releases }: { readonly releases: readonly ReleaseShape[] }) {
  const words = useWords(deliveryWords)
  const format = useFormat()
  const days = releases.map(({ at }) => at).toSorted()
  return (
    <ReleaseStrip
      label={words('releases.chart', {
        count: releases.length,
        from: format.day(days[0] ?? ''),
        to: format.day(days.at(-1) ?? ''),
      })}
      releases={releases}
      countOf={(count) => words('releases.count', { count })}
    />
  )
}

function ReleaseTable({
  releases,
  total,
}: {
  readonly releases: readonly ReleaseShape[]
  readonly total: number
}) {
  const words = useWords(deliveryWords)
  const format = useFormat()
  const changeView = useChangeView()
  const { selected } = useView()
  const columns: readonly Column<ReleaseShape>[] = [
    {
      key: 'tag',
      title: words('releases.tag'),
      isWide: true,
      sortBy: ({ tag }) => tag,
      render: ({ tag, prerelease }) => (
        <span className="block truncate">
          <span className="font-mono text-xs">{tag}</span>
          {prerelease && <span className="ml-2 text-xs text-ink-3">{words('releases.prerelease')}</span>}
        </span>
      ),
    },
    {
      key: 'at',
      title: words('releases.at'),
      isNumber: true,
      sortBy: ({ at }) => Date.parse(at),
      render: ({ at }) => format.day(at),
    },
    {
      key: 'changes',
      title: words('releases.changes'),
      isNumber: true,
      isMinor: true,
      sortBy: ({ changes }) => changes,
      render: ({ changes }) => format.number(changes),
    },
    {
      key: 'lead',
      title: words('releases.lead50'),
      isNumber: true,
      sortBy: ({ leadTimeP50Hours }) => leadTimeP50Hours,
      render: ({ leadTimeP50Hours }) =>
        leadTimeP50Hours === null ? '–' : asText(format.duration(leadTimeP50Hours)),
    },
  ]
  return (
    <DataTable
      id="releases"
      label={words('releases.title')}
      columns={columns}
      rows={releases}
      total={total}
      keyOf={({ tag }) => tag}
      selected={selected}
      onSelect={(tag) => changeView({ selected: tag === selected ? undefined : tag })}
    />
  )
}
