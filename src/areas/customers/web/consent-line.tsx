import type { RecordShape } from '#kernel/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { sayChoice } from './say-choice.ts'
import { inboxWords } from './words/words.ts'

/** Whether words of a person may be kept, and until when; said where there are any. */
export function ConsentLine({
  record: { fields },
  day,
}: {
  readonly record: RecordShape
  readonly day: string
}) {
  const words = useWords(inboxWords)
  const language = useLanguage()
  const format = useFormat()
  const { text, contact, consent, consentUntil } = fields
  if ((text ?? contact ?? null) === null) return null
  const until = typeof consentUntil === 'string' ? consentUntil : null
  const said = typeof consent === 'string' ? sayChoice('consent', consent, language) : words('consent.none')
  return (
    <p className="text-xs text-ink-3">
      {words('consent', { said })}{' '}
      {until !== null && words(until < day ? 'consent.ended' : 'consent.until', { day: format.day(until) })}
      {until === null && consent === 'given' && words('consent.open')}
    </p>
  )
}
