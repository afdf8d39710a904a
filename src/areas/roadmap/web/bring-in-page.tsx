import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { startQuery } from '#kit/api/start.ts'
import { insiders, leadership, useMay } from '#kit/api/use-may.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import type { BroughtIn, BroughtType } from '../bring-in/bring-in-shape.ts'
import { BringInDone } from './bring-in-done.tsx'
import { BringInFile } from './bring-in-file.tsx'
import { listOf } from './bring-in-lists.ts'
import { BringInMapping } from './bring-in-mapping.tsx'
import { nothingChosen, previewQuery, type Choices, type ChosenFile } from './bring-in-query.ts'
import { BringInRun } from './bring-in-run.tsx'
import { bringInWords } from './bring-in-words.ts'

const route = getRouteApi('/direction/bring-in')

/** Bets and insights from files of other programs: the file, how it is taken, and the dry run before it comes in. */
export function BringInPage() {
  const words = useWords(bringInWords)
  const may = useMay()
  const { as: asked } = route.useSearch()
  // Stays chosen while one looks at what it would be as something else.
  const [file, setFile] = useState<ChosenFile | null>(null)
  const types: BroughtType[] = [
    ...(may(leadership) ? (['bet'] as const) : []),
    ...(may(insiders) ? (['insight'] as const) : []),
  ]
  const as = types.find((type) => type === asked) ?? types[0]
  return (
    <>
      <title>{`${words('title')} · Leitstand`}</title>
      <PageHeader
        title={words('title')}
        lead={words('lead')}
        aside={
          as && (
            <Link to={listOf[as]} className="text-accent underline underline-offset-2">
              {words('toList', { names: words(`as.${as}.names`) })}
            </Link>
          )
        }
      />
      {as ? <BringIn key={as} {...{ as, types, file }} onChoose={setFile} /> : <NotForYou />}
    </>
  )
}

interface BringInProps {
  readonly as: BroughtType
  readonly types: readonly BroughtType[]
  readonly file: ChosenFile | null
  readonly onChoose: (file: ChosenFile | null) => void
}

function BringIn({ as, types, file, onChoose }: BringInProps) {
  const words = useWords(bringInWords)
  const language = useLanguage()
  const client = useQueryClient()
  const { data: start } = useQuery(startQuery)
  const [choices, setChoices] = useState<Choices>(nothingChosen)
  const [kept, setKept] = useState<readonly string[]>([])
  const [done, setDone] = useState<BroughtIn | null>(null)
  const { data, error, isPlaceholderData, isFetching } = useQuery(previewQuery(file, as, choices, language))
  const choose = (next: ChosenFile | null) => {
    onChoose(next)
    setChoices(nothingChosen)
    setDone(null)
  }
  if (done) return <BringInDone done={done} kept={kept} onAgain={() => choose(null)} />
  const preview = file && !error ? data : undefined
  return (
    <div className="flex flex-col gap-10">
      {start?.holds === 'sample' && !file && (
        <p className="max-w-[72ch] text-ink-2">{words('sample.before')}</p>
      )}
      <BringInFile {...{ file, as, types, preview }} isReading={isFetching} onChoose={choose} />
      {error && <ProblemNote error={error} isAct />}
      {file && preview?.rows === 0 && preview.leftOut.requests > 0 && (
        <p className="max-w-[72ch]">{words('file.none')}</p>
      )}
      {file && preview && !(preview.rows === 0 && preview.leftOut.requests > 0) && (
        <>
          <Section title={words('mapping')} lead={words('mapping.lead')}>
            <BringInMapping key={file.number} preview={preview} choices={choices} onChange={setChoices} />
          </Section>
          <BringInRun
            preview={preview}
            isStale={isPlaceholderData || isFetching}
            asked={{ file, as, choices }}
            onDone={(brought) => {
              setDone(brought)
              setKept(preview.kept.flatMap(({ key }) => key ?? []))
              void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'bring-in' })
            }}
          />
        </>
      )}
    </div>
  )
}
