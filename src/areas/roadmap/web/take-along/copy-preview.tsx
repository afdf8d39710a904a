import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { apiUrl, getText } from '#kit/api/request.ts'
import type { Language } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { saveFile } from '#kit/page/save-file.ts'
import type { Audience, CopyForm } from '../../take-along/copy-shape.ts'
import { forecastKey, madeOf } from '../forecast-query.ts'
import { drawPng } from './draw-png.ts'
import { takeAlongWords } from './words.ts'

/** Which copy is asked for. */
export interface AskedCopy {
  readonly audience: Audience
  readonly language: Language
  readonly names: boolean
  readonly window: number
}

/** The picture as it will leave, and the forms in which it does. */
export function CopyPreview({ asked }: { readonly asked: AskedCopy }) {
  const words = useWords(takeAlongWords)
  const {
    data: svg,
    error,
    refetch,
    isPlaceholderData,
  } = useQuery({
    queryKey: [...forecastKey, 'copy', asked],
    queryFn: ({ signal }) => getText(copyUrl('svg', asked), signal),
    placeholderData: keepPreviousData,
    meta: { madeOf },
  })
  const address = useObjectUrl(svg)
  return (
    <div className="flex flex-col gap-4" aria-busy={isPlaceholderData || svg === undefined}>
      {error && !svg && <ProblemNote error={error} again={() => void refetch()} />}
      {!svg && !error && <div className="skeleton aspect-video w-full" aria-hidden="true" />}
      {address !== undefined && (
        <div
          className={`max-h-[60vh] overflow-y-auto border border-rule ${isPlaceholderData ? 'opacity-60' : ''}`}
        >
          <img
            src={address}
            alt={words('preview', { audience: words(`for.${asked.audience}`) })}
            className="block w-full"
          />
        </div>
      )}
      <Downloads asked={asked} svg={isPlaceholderData ? undefined : svg} />
    </div>
  )
}

function Downloads({ asked, svg }: { readonly asked: AskedCopy; readonly svg: string | undefined }) {
  const words = useWords(takeAlongWords)
  const png = useMutation({
    mutationFn: async (drawing: string) => saveFile(await drawPng(drawing), `roadmap-${asked.audience}.png`),
  })
  const forms: readonly (readonly [CopyForm, string])[] = [
    ['svg', 'SVG'],
    ['markdown', words('markdown')],
    ['csv', 'CSV'],
    ...(asked.audience === 'team' ? [['ics', words('ics')] as const] : []),
  ]
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button-primary"
          aria-label={words('download.as', { form: 'PNG' })}
          disabled={svg === undefined || png.isPending}
          onClick={() => svg !== undefined && png.mutate(svg)}
        >
          PNG
        </button>
        {forms.map(([form, label]) => (
          <a
            key={form}
            className="button"
            aria-label={words('download.as', { form: label })}
            href={copyUrl(form, asked)}
            download
          >
            {label}
          </a>
        ))}
      </div>
      {png.error && <p className="text-ink-2">{words('failed')}</p>}
    </div>
  )
}

/** Where the API has the copy. */
export function copyUrl(as: CopyForm, { audience, language, names, window }: AskedCopy): string {
  return apiUrl('/roadmap/export', {
    as,
    for: audience,
    language,
    window,
    ...(audience === 'board' && { names: names ? 'yes' : 'no' }),
  })
}

/** An address of the picture for as long as it is shown. */
function useObjectUrl(svg: string | undefined): string | undefined {
  const address = useMemo(
    () => (svg === undefined ? undefined : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))),
    [svg],
  )
  useEffect(() => (address === undefined ? undefined : () => URL.revokeObjectURL(address)), [address])
  return address
}
