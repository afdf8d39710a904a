import { useQuery } from '@tanstack/react-query'
import { GitCommitHorizontal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { NamingCommit } from '#evidence/shape.ts'
import { leadsUp, relations, type RecordDefinition, type SightShape } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { useKeys } from '#kit/page/use-keys.ts'
import { sightQuery } from '#kit/records/record-queries.ts'
import { typeOfKey, useRecordTypes, type RecordTypes } from '#kit/records/record-types.ts'
import { NamingCommits } from './naming-commits.tsx'
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
  const [isListed, setListed] = useState(false)
  const total = data?.total ?? 0
  const goLeft = () => {
    // Behind the last record come the commits.
    if (left) go(left)
    else if (total > 0) setListed(true)
  }
  useKeys({ ArrowLeft: goLeft, ArrowRight: () => go(right) })
  const strand = useRef<HTMLElement>(null)
  useEffect(() => {
    // The record itself in the middle, however long the strand is on its left.
    const own = strand.current?.querySelector<HTMLElement>('[aria-current]')
    if (data && own && strand.current)
      strand.current.scrollLeft = own.offsetLeft - (strand.current.clientWidth - own.offsetWidth) / 2
  }, [data])
  const isInSight = canBeInSight(definition, types)
  if (!data) return isInSight ? <div className="mb-5 h-7" /> : null
  if (!isInSight && total === 0) return null
  const distances = [...new Set(records.map(({ distance }) => distance))].sort((a, b) => a - b)
  return (
    <nav
      ref={strand}
      aria-label={words('strand.label')}
      className="relative mb-5 overflow-x-auto"
      // Without a chip that leads on, the keyboard has nowhere else to stand while it scrolls.
      {...(!left && !right && total === 0 && { tabIndex: 0 })}
      data-print="no"
    >
      <ol className="flex min-h-7 w-max items-center">
        {total > 0 ? (
          <Commits total={total} newest={data.commits} onOpen={() => setListed(true)} />
        ) : (
          <Gap text={words(left ? 'strand.noCommits' : 'strand.gapBelow')} isFirst />
        )}
        {distances.map((distance, at) => (
          <li key={distance} className="flex items-center">
            {at > 0 && <span className="h-px w-5 bg-rule-strong" aria-hidden="true" />}
            <Step records={records.filter((record) => record.distance === distance)} />
          </li>
        ))}
        {!right && isInSight && <Gap text={words('strand.gapAbove')} />}
      </ol>
      {isListed && <NamingCommits recordKey={recordKey} onClose={() => setListed(false)} />}
    </nav>
  )
}

interface CommitsProps {
  readonly total: number
  readonly newest: readonly NamingCommit[]
  readonly onOpen: () => void
}

/** The lower end: how many commits there are, and the newest of them. */
function Commits({ total, newest, onOpen }: CommitsProps) {
  const words = useWords(recordWords)
  return (
    <li className="flex items-center">
      <button
        type="button"
        onClick={onOpen}
        className="flex h-7 items-center gap-2 rounded-xs border border-rule-strong px-2 hover:border-accent hover:text-accent"
      >
        <GitCommitHorizontal size={14} aria-hidden="true" className="text-ink-3" />
        <span className="whitespace-nowrap">{words('strand.commits', { count: total })}</span>
        {newest.map(({ hash, subject, repository }) => (
          <span
            key={`${repository.id} ${hash}`}
            title={subject}
            className="hidden max-w-40 truncate border-l border-rule pl-2 text-xs text-ink-3 sm:inline"
          >
            {subject}
          </span>
        ))}
      </button>
      <span className="h-px w-5 bg-rule-strong" aria-hidden="true" />
    </li>
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
  const isUpward = (name: string) => relations.some((one) => one.name === name && one.sight === 'up')
  const own = Object.values(fields).some(leadsUp)
  const others = all.some((one) =>
    Object.values(one.fields).some((field) => leadsUp(field) && 'to' in field && field.to === type),
  )
  return (
    own ||
    others ||
    links.some(({ relation, from, to }) => isUpward(relation) && (from === type || to === type))
  )
}
