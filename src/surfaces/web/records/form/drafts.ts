import type { Given } from './use-record-form.ts'

/** What was written in a form that was closed without saving, until this tab is closed. */
const kept = new Map<string, Given>()

export function keepDraft(name: string, given: Given): void {
  kept.set(name, given)
}

/** Gives the draft, once. */
export function takeDraft(name: string): Given | undefined {
  const draft = kept.get(name)
  kept.delete(name)
  return draft
}
