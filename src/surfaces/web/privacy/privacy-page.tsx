import { useQuery } from '@tanstack/react-query'
import { apiUrl, getJson } from '#kit/api/request.ts'
import { useLanguage } from '#kit/language/language.ts'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import type { SheetSection, SheetShape } from '../../privacy/sheet-shape.ts'

/** What is stored about people and what cannot be evaluated, as the server says it of itself. */
export function PrivacyPage() {
  const language = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['privacy-sheet', language],
    queryFn: ({ signal }) =>
      getJson<SheetShape>(apiUrl('/privacy-sheet', { language, format: 'json' }), signal),
  })
  if (error) return <ProblemNote error={error} />
  if (!data) return <div className="skeleton h-96" />
  return (
    <>
      <PageHeader title={data.title} lead={data.lead} />
      <div className="flex flex-col gap-10">
        {data.sections.map((section) => (
          <Section
            key={section.title}
            title={section.title}
            {...(section.lead === '' ? {} : { lead: section.lead })}
          >
            <Body section={section} />
          </Section>
        ))}
      </div>
    </>
  )
}

/** What scrolls in itself must be a place where the keyboard can stand. */
const reachable = { tabIndex: 0 }

function Body({ section: { lines, table } }: { readonly section: SheetSection }) {
  return (
    <>
      {lines.length > 0 && (
        <ul className="max-w-[72ch] list-disc pl-5">
          {lines.map((line) => (
            <li key={line} className="mb-1 text-pretty">
              {line}
            </li>
          ))}
        </ul>
      )}
      {table && (
        <div className="overflow-x-auto" {...reachable}>
          <table className="w-full min-w-[40rem] text-left">
            <thead>
              <tr className="border-b border-rule-strong text-xs text-ink-3">
                {table.head.map((cell) => (
                  <th key={cell} scope="col" className="py-1 pr-4 font-normal">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((cells) => (
                <tr key={cells.join(' ')} className="border-b border-rule align-top">
                  {cells.map((cell, at) => (
                    <td key={table.head[at]} className="py-1.5 pr-4 wrap-break-word">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
