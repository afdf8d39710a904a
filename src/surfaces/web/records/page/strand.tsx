import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { relations, type RecordDefinition, type SightShape } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { useKeys } from '#kit/page/use-keys.ts'
import { sightQuery } from '#kit/records/record-queries.ts'
import { typeOfKey, useRecordTypes, type RecordTypes } from '#kit/records/record-types.ts'
import { recordWords } from '../words/words.ts'

/** How many of one distance are named; the neighbourhood has them all. */
const most = 3

interface StrandProps {
  readonly definition: RecordDefinition
  readonly recordKey: string
}

/** The line of sight as one strand: what is done for the record on its left, what it is for on its right. */
export function Strand({ definition, recordKey }: StrandProps) {
  const words = useWords(recordWords)
  const navigate = useNavigate()
  const types = useRecordTypes()
  const { data } = useQuery(sightQuery(recordKey))
  const records = data?.records ?? []
  const left = nearest(records, -1)
  const right = nearest(records, 1)
  const go = (record: SightShape | undefined) => {
    if (record) void navigate({ to: '/records/$key', params: { key: record.key } })
  }
  useKeys({ ArrowLeft: () => go(left), ArrowRight: () => go(right) })
  const strand = useRef<HTMLElement>(null)
  useEffect(() => {
    // The record itself in the middle, however long the strand is on its left.
    const own = strand.current?.querySelector<HTMLElement>('[aria-current]')
    if (data && own && strand.current)
      strand.current.scrollLeft = own.offsetLeft - (strand.current.clientWidth - own.offsetWidth) / 2
  }, [data])
  if (!canBeInSight(definition, types)) return null
  if (!data) return <div className="mb-5 h-7" />
  const distances = [...new Set(records.map(({ distance }) => distance))].sort((a, b) => a - b)
  return (
    <nav
      ref={strand}
      aria-label={words('strand.label')}
      className="relative mb-5 overflow-x-auto"
      // Without a chip that leads on, the keyboard has nowhere else to stand while it scrolls.
      {...(!left && !right && { tabIndex: 0 })}
      data-print="no"
    >
      <ol className="flex min-h-7 w-max items-center">
        {!left && <Gap text={words('strand.gapBelow')} isFirst />}
        {distances.map((distance, at) => (
          <li key={distance} className="flex items-center">
            {at > 0 && <span className="h-px w-5 bg-rule-strong" aria-hidden="true" />}
            <Step records={records.filter((record) => record.distance === distance)} />
          </li>
        ))}
        {!right && <Gap text={words('strand.gapAbove')} />}
      </ol>
    </nav>
  )
}

function Step({ records }: { readonly records: readonly SightShape[] }) {
  const words = useWords(recordWords)
  return (
    <ul className="flex items-center gap-1">
      {records.slice(0, most).map((record) => (
        <li key={record.key}>
          <Chip record={record} />
        </li>
      ))}
      {records.length > most && (
        <li className="px-1 text-xs text-ink-3">{words('links.more', { count: records.length - most })}</li>
      )}
    </ul>
  )
}

function Chip({ record }: { readonly record: SightShape }) {
  const types = useRecordTypes()
  const language = useLanguage()
  const { key, title, distance, archived } = record
  const type = typeOfKey(types, key)?.names.one[language] ?? ''
  const look = 'flex h-7 max-w-56 items-center gap-2 rounded-xs px-2'
  if (distance === 0) {
    return (
      <span aria-current="page" className={`${look} bg-ink text-paper`}>
        <span className="font-mono text-xs">{key}</span>
      </span>
    )
  }
  return (
    <Link
      to="/records/$key"
      params={{ key }}
      title={`${type} ${key}: ${title}`}
      className={`${look} border border-rule-strong hover:border-accent hover:text-accent ${archived ? 'border-dashed text-ink-3' : ''}`}
    >
      <span className="shrink-0 font-mono text-xs text-ink-3">{key}</span>
      <span className="truncate">{title}</span>
    </Link>
  )
}

/** What is not there yet, drawn as what it is. */
function Gap({ text, isFirst = false }: { readonly text: string; readonly isFirst?: boolean }) {
  return (
    <li className={`flex items-center text-xs text-ink-3 ${isFirst ? '' : 'flex-row-reverse'}`}>
      <span className="px-2">{text}</span>
      <span className="w-6 border-t border-dashed border-rule-strong" aria-hidden="true" />
    </li>
  )
}

function nearest(records: readonly SightShape[], side: 1 | -1): SightShape | undefined {
  return records.find(({ distance }) => distance === side)
}

/** Whether records of the type can stand on a line of sight at all; for the others a gap would be no gap. */
function canBeInSight({ type, fields }: RecordDefinition, { all, links }: RecordTypes): boolean {
  const leadsUp = (name: string) => relations.some((one) => one.name === name && one.sight === 'up')
  const own = Object.values(fields).some((field) => 'sight' in field && field.sight === 'up')
  const others = all.some((one) =>
    Object.values(one.fields).some(
      (field) => field.kind === 'reference' && field.sight === 'up' && field.to === type,
    ),
  )
  return (
    own ||
    others ||
    links.some(({ relation, from, to }) => leadsUp(relation) && (from === type || to === type))
  )
}
