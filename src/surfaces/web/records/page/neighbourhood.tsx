import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { NeighbourShape, RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useMay } from '#kit/api/use-may.ts'
import { NeighbourGraph, type NeighbourGroup } from '#kit/charts/neighbour-graph.tsx'
import { useLanguage } from '#kit/language/language.ts'
import { useWords, type Translate } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import { linksQuery } from '#kit/records/record-queries.ts'
import { typeOfKey, useRecordTypes } from '#kit/records/record-types.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import type { words as english } from '../words/words-en.ts'
import { recordWords } from '../words/words.ts'
import { AddLink } from './add-link.tsx'
import { linkEnds, relationWords } from './relation-words.ts'
import { useWays } from './use-ways.ts'

interface NeighbourhoodProps {
  readonly definition: RecordDefinition
  readonly record: RecordShape
}

/** Drawn in a group; the list has all. */
const drawn = 4
/** Listed in a group at first. */
const listed = 8

/** What the record is linked to, as a picture and as a list in which links are added and taken away. */
export function Neighbourhood({ definition, record }: NeighbourhoodProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const types = useRecordTypes()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const ways = useWays(definition.type)
  const { data, error, refetch } = useQuery(linksQuery(definition.collection, record.key))
  const links = data?.links ?? []
  const groups = Object.entries(
    Object.groupBy(
      links,
      (link) => `${link.direction}:${relationWords(link, definition, types, language, words)}`,
    ),
  )
    .map(([name, all = []]) => ({ name: name.slice(name.indexOf(':') + 1), side: all[0]?.direction, all }))
    // As in the picture: what leads here first.
    .sort((a, b) => (a.side === b.side ? 0 : a.side === 'in' ? -1 : 1))
  const side = (which: NeighbourShape['direction']) =>
    groups.filter(({ side }) => side === which).map(({ name, all }) => toDrawn(name, all, words))
  return (
    <Section
      title={words('links.title')}
      actions={
        !isAdding &&
        ways.length > 0 &&
        links.length > 0 && (
          <button
            type="button"
            onClick={() => setAdding(true)}
            className="inline-flex items-center gap-1 text-accent underline-offset-2 hover:underline"
            data-print="no"
          >
            <Plus size={14} aria-hidden="true" /> {words('links.add')}
          </button>
        )
      }
    >
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <div className="skeleton h-24" />}
      {links.length > 0 && (
        <>
          <NeighbourGraph
            label={words('links.picture', {
              key: record.key,
              names: groups
                .map(({ name, all }) => `${name} ${all.map(({ key }) => key).join(', ')}`)
                .join('; '),
            })}
            middle={record.key}
            left={side('in')}
            right={side('out')}
            onSelect={(key) => void navigate({ to: '/records/$key', params: { key } })}
          />
          <div className="mt-4 flex flex-col gap-3">
            {groups.map(({ name, side, all }) => (
              <LinkGroup key={`${side}${name}`} name={name} all={all} record={record} />
            ))}
          </div>
        </>
      )}
      {data && links.length === 0 && !isAdding && (
        <div>
          <p className="max-w-[52ch] text-ink-2">
            {words('links.noneText')} {ways.length > 0 && words('links.noneFirst')}
          </p>
          {ways.length > 0 && (
            <button type="button" onClick={() => setAdding(true)} className="button mt-3">
              <Plus size={14} aria-hidden="true" /> {words('links.add')}
            </button>
          )}
        </div>
      )}
      {isAdding && <AddLink ways={ways} record={record} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function toDrawn(
  name: string,
  all: readonly NeighbourShape[],
  words: Translate<keyof typeof english>,
): NeighbourGroup {
  const rest = all.length - drawn
  return {
    name,
    neighbours: all.slice(0, drawn),
    ...(rest > 0 && { rest: words('links.more', { count: rest }) }),
  }
}

interface LinkGroupProps {
  readonly name: string
  readonly all: readonly NeighbourShape[]
  readonly record: RecordShape
}

/** Those that are the same to the record; of many the first, until asked for all. */
function LinkGroup({ name, all, record }: LinkGroupProps) {
  const words = useWords(recordWords)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? all : all.slice(0, listed)
  return (
    <div>
      <h3 className="text-xs text-ink-3">{name}</h3>
      <ul>
        {shown.map((link) => (
          <NeighbourLine key={link.key} record={record} link={link} name={name} />
        ))}
      </ul>
      {shown.length < all.length && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="mt-1 text-accent underline-offset-2 hover:underline"
        >
          {words('links.all', { count: all.length })}
        </button>
      )}
    </div>
  )
}

interface NeighbourLineProps {
  readonly record: RecordShape
  readonly link: NeighbourShape
  readonly name: string
}

function NeighbourLine({ record, link, name }: NeighbourLineProps) {
  const words = useWords(recordWords)
  const client = useQueryClient()
  const types = useRecordTypes()
  const may = useMay()
  const ends = linkEnds(record.key, link)
  // A link is written where it begins.
  const mayRemove = ends !== null && may(typeOfKey(types, ends.from)?.writers ?? [])
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['links'] }),
      client.invalidateQueries({ queryKey: ['sight'] }),
    ])
  const fail = (problem: Error) => showToast({ text: problem.message, isBad: true })
  const add = useMutation({
    mutationFn: (ends: Record<string, unknown>) => send('POST', apiUrl('/links'), ends),
    onSuccess: refresh,
    onError: fail,
  })
  const remove = useMutation({
    mutationFn: (ends: Record<string, string>) => send('DELETE', apiUrl('/links', ends)),
    onSuccess: async (_, ends) => {
      await refresh()
      showToast({
        text: words('links.removed', { from: String(ends['from']), to: String(ends['to']) }),
        action: { label: words('record.undo'), run: () => add.mutate(ends) },
      })
    },
    onError: fail,
  })
  return (
    <li className="group flex min-h-8 items-center gap-3 border-b border-rule">
      <Link
        to="/records/$key"
        params={{ key: link.key }}
        className={`flex min-w-0 flex-1 items-center gap-2 underline-offset-2 hover:text-accent hover:underline ${link.archived ? 'text-ink-3' : ''}`}
      >
        <span className="shrink-0 font-mono text-xs text-ink-3">{link.key}</span>
        <span className="truncate" title={link.title}>
          {link.title}
        </span>
      </Link>
      {mayRemove && (
        <button
          type="button"
          disabled={remove.isPending}
          aria-label={words('links.remove', { relation: name, key: link.key })}
          title={words('links.remove', { relation: name, key: link.key })}
          onClick={() => remove.mutate(ends)}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-xs text-ink-3 hover:bg-sunk hover:text-ink"
          data-print="no"
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}
