import { useRef, type ReactNode } from 'react'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { showToast } from '#kit/toast/toast-store.ts'
import { recordWords } from '../words/words.ts'
import { keepDraft } from './drafts.ts'
import { focusFirstFault } from './focus-first-fault.ts'
import { FormFoot } from './form-foot.tsx'
import { RecordFieldsForm } from './record-fields-form.tsx'
import type { Given, RecordForm } from './use-record-form.ts'

interface FormFrameProps {
  readonly definition: RecordDefinition
  readonly form: RecordForm
  readonly title: string
  /** What the first button says. */
  readonly label: string
  /** The record as it was opened; null for one that is not there yet. */
  readonly base: RecordShape | null
  /** Under what it is kept when it is left without saving. */
  readonly draft: string
  readonly isBusy: boolean
  readonly error: Error | null
  /** What stands before the fields. */
  readonly news?: ReactNode
  /** Told the fields when all of them are right; `blame` shows at the fields what was refused. */
  onSubmit(fields: Given, blame: (problem: unknown) => void): void
  /** Opens the form again, where it was left. */
  onResume(): void
  onClose(): void
}

/** A form over the page, for a record that is written or changed. Left without saving, it can be taken up again. */
export function FormFrame(props: FormFrameProps) {
  const { definition, form, title, label, base, draft, isBusy, error, news, onSubmit, onResume, onClose } =
    props
  const words = useWords(recordWords)
  const place = useRef<HTMLFormElement>(null)
  const close = () => {
    if (form.isDirty) {
      keepDraft(draft, form.given)
      showToast({ text: words('form.dropped'), action: { label: words('form.goOn'), run: onResume } })
    }
    onClose()
  }
  const submit = () => {
    const fields = form.check()
    if (!fields) return focusFirstFault(place.current)
    onSubmit(fields, (problem) => {
      if (form.blame(problem)) focusFirstFault(place.current)
    })
  }
  const id = `form-${draft}`
  const faults = Object.keys(form.errors).length
  return (
    <Drawer
      title={title}
      onClose={close}
      foot={<FormFoot form={id} label={label} faults={faults} isBusy={isBusy} onCancel={close} />}
    >
      <form
        ref={place}
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {news}
        <RecordFieldsForm
          definition={definition}
          form={form}
          base={base?.fields ?? null}
          references={base?.references ?? {}}
        />
        {error && faults === 0 && (
          <div className="mt-6">
            <ProblemNote error={error} title={words('form.failed')} />
          </div>
        )}
      </form>
    </Drawer>
  )
}
