import { FieldCell } from '#kit/fields/field-cell.tsx'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { FieldValueView } from '#kit/fields/field-value-view.tsx'
import { MarkdownText } from '#kit/fields/markdown-text.tsx'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { Section } from '#kit/page/section.tsx'
import { useState } from 'react'
import type { Field } from '#kernel/shape.ts'
import { RecordPages } from '../records/record-pages.tsx'
import { KitParts } from './kit-parts.tsx'
import { sample, sampleReferences, sampleValues } from './sample-record.ts'
import { kitPageWords } from './words/words.ts'

/** What the pages are made of, side by side, for whoever builds or judges them. */
export function KitPage() {
  const words = useWords(kitPageWords)
  return (
    <RecordPages>
      <title>{`${words('title')} · Leitstand`}</title>
      <PageHeader title={words('title')} lead={words('lead')} />
      <div className="flex flex-col gap-12">
        <Section title={words('controls')}>
          <Controls />
        </Section>
        <Section title={words('cells')}>
          <Cells />
        </Section>
        <Section title={words('parts')}>
          <KitParts />
        </Section>
        <Section title={words('text')}>
          <MarkdownText text={words('markdown')} />
        </Section>
      </div>
    </RecordPages>
  )
}

const states = ['empty', 'filled', 'faulty', 'disabled'] as const

function Controls() {
  const words = useWords(kitPageWords)
  return (
    <div className="flex flex-col gap-8">
      {Object.entries(sample.fields).map(([name, field]) => (
        <div key={name} className="grid grid-cols-1 gap-x-8 gap-y-5 sm:grid-cols-2 2xl:grid-cols-4">
          {states.map((state) => (
            <div key={state} className="min-w-0">
              <p className="mb-1 font-mono text-xs text-ink-3">{`${field.kind} · ${words(state)}`}</p>
              <OneControl name={name} field={field} state={state} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

interface OneControlProps {
  readonly name: string
  readonly field: Field
  readonly state: (typeof states)[number]
}

function OneControl({ name, field, state }: OneControlProps) {
  const words = useWords(kitPageWords)
  const [value, setValue] = useState<unknown>(state === 'empty' ? null : sampleValues[field.kind])
  return (
    <FieldInput
      name={name}
      field={field}
      value={value}
      onChange={setValue}
      kept={field.kind === 'state' && state !== 'empty' ? sampleValues.state : undefined}
      references={sampleReferences}
      error={state === 'faulty' ? words('fault') : undefined}
      isDisabled={state === 'disabled'}
    />
  )
}

function Cells() {
  const words = useWords(kitPageWords)
  const language = useLanguage()
  const head = 'border-b border-rule-strong py-1.5 pr-6 text-left text-xs font-medium text-ink-3'
  const cell = 'border-b border-rule py-1.5 pr-6 align-top'
  return (
    // What scrolls in itself must be a place where the keyboard can stand.
    <section aria-label={words('cell')} className="relative overflow-x-auto" {...{ tabIndex: 0 }}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={head}>
              {words('kind')}
            </th>
            <th scope="col" className={head}>
              {words('cell')}
            </th>
            <th scope="col" className={head}>
              {words('whole')}
            </th>
            <th scope="col" className={head}>
              {words('none')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(sample.fields).map(([name, field]) => (
            <tr key={name}>
              <th scope="row" className={`${cell} text-left font-normal text-ink-2`}>
                {field.label[language]}
              </th>
              <td className={cell}>
                <div className="max-w-64">
                  <FieldCell field={field} value={sampleValues[field.kind]} references={sampleReferences} />
                </div>
              </td>
              <td className={cell}>
                <FieldValueView
                  field={field}
                  value={sampleValues[field.kind]}
                  references={sampleReferences}
                />
              </td>
              <td className={cell}>
                <FieldCell field={field} value={null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
