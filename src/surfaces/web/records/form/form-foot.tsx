import { useWords } from '#kit/language/words.ts'
import { recordWords } from '../words/words.ts'

interface FormFootProps {
  /** Id of the form that the first button sends. */
  readonly form: string
  readonly label: string
  readonly faults: number
  readonly isBusy: boolean
  readonly onCancel: () => void
}

/** How a form ends: what happens, the way out, and how much is in the way. */
export function FormFoot({ form, label, faults, isBusy, onCancel }: FormFootProps) {
  const words = useWords(recordWords)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button type="submit" form={form} disabled={isBusy} className="button-primary">
        {label}
      </button>
      <button type="button" onClick={onCancel} className="button">
        {words('form.cancel')}
      </button>
      {faults > 0 && <span className="text-bad">{words('form.faults', { count: faults })}</span>}
    </div>
  )
}
