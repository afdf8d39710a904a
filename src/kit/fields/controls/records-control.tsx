import { X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '#kit/language/words.ts'
import type { ControlProps } from '../control.ts'
import { fieldWords } from '../words/words.ts'
import { RecordControl } from './record-control.tsx'

/** Several records: those that were chosen, and a search for one more. */
export function RecordsControl(props: ControlProps) {
  const { field, value, references, onChange, isDisabled = false } = props
  const words = useWords(fieldWords)
  // The search starts anew with each record that it found.
  const [round, setRound] = useState(0)
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({})
  if (field.kind !== 'references') return null
  const all: readonly string[] = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  const chosen = all.filter(isKey)
  const put = (keys: readonly string[]) => onChange(keys.length === 0 ? null : [...new Set(keys)])
  const isFull = chosen.length >= (field.most ?? 50)
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map((key) => (
            <li
              key={key}
              className="inline-flex max-w-full items-center gap-1.5 rounded-xs bg-sunk py-0.5 pr-0.5 pl-2"
            >
              <span className="shrink-0 font-mono text-xs whitespace-nowrap text-ink-3">{key}</span>
              <span className="min-w-0 truncate">{titles[key] ?? references?.[key]?.title}</span>
              {!isDisabled && (
                <button
                  type="button"
                  aria-label={words('record.clear', { key })}
                  onClick={() => put(chosen.filter((each) => each !== key))}
                  className="inline-flex size-6 shrink-0 items-center justify-center text-ink-3 hover:text-ink"
                >
                  <X size={14} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isFull && !isDisabled && (
        <RecordControl
          {...props}
          key={round}
          field={{ kind: 'reference', to: field.to, label: field.label }}
          value={null}
          onTitle={(key, title) => setTitles({ ...titles, [key]: title })}
          onChange={(given) => {
            // Words that found nothing yet stay with the value, so that no saving drops them unseen.
            put(typeof given === 'string' && given.trim() !== '' ? [...chosen, given] : chosen)
            if (typeof given === 'string' && isKey(given)) setRound(round + 1)
          }}
        />
      )}
    </div>
  )
}

const isKey = (text: string) => /^[A-Z]{2,8}-\d+$/.test(text)
