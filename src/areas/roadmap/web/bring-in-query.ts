import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiUrl, send } from '#kit/api/request.ts'
import type { Language } from '#kit/language/language.ts'
import type { BringInPreview, BroughtIn, BroughtType, Mapping } from '../bring-in/bring-in-shape.ts'

/** A file that was chosen, in base64; each choosing has a number of its own. */
export interface ChosenFile {
  readonly number: number
  readonly name: string
  readonly content: string
}

/** What somebody changed of what was proposed. */
export interface Choices {
  readonly map: Mapping
  readonly values: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly identity?: string | null
  readonly source?: string
}

export const nothingChosen: Choices = { map: {}, values: {} }

/** What would become of the file as it is taken now. */
export function previewQuery(file: ChosenFile | null, as: BroughtType, choices: Choices, language: Language) {
  return queryOptions({
    queryKey: ['bring-in', file?.number, as, choices, language],
    enabled: file !== null,
    queryFn: () =>
      send<BringInPreview>('POST', apiUrl('/roadmap/bring-in-preview'), {
        ...asked(file, as, choices),
        language,
      }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  })
}

/** Brings it in; rows that are refused stay out, which whoever presses the button has read. */
export function bringIn(file: ChosenFile, as: BroughtType, choices: Choices): Promise<BroughtIn> {
  return send<BroughtIn>('POST', apiUrl('/roadmap/bring-in'), {
    ...asked(file, as, choices),
    refused: 'leave-out',
  })
}

function asked(file: ChosenFile | null, as: BroughtType, choices: Choices) {
  return { name: file?.name, content: file?.content, as, ...choices }
}
