import { useQuery } from '@tanstack/react-query'
import type { RecordShape } from '#kernel/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { startQuery } from '#kit/api/start.ts'
import { draftOf, type Draft } from './scenario-draft.ts'

/** What was written and not saved, as this tab of the browser keeps it. */
export interface KeptDraft {
  readonly draft: Draft
  readonly title: string
  /** The version that it was made from; 0 for one that was never saved. */
  readonly version: number
}

/** Under what the draft of a scenario is kept. */
export interface DraftPlace {
  /** Whoever writes, in this workspace: nothing is carried to another. */
  readonly owner: string
  readonly name: string
}

const beginning = 'leitstand.scenario-draft.'

/** Who writes and where; null until both are known. */
export function useDraftOwner(): string | null {
  const { data: start } = useQuery(startQuery)
  const { data: account } = useQuery(accountQuery)
  if (!start || !account) return null
  const { workspace, sample } = start
  return JSON.stringify([
    workspace,
    sample?.begunAt ?? null,
    account.state === 'signed-in' ? account.id : account.state,
  ])
}

export function draftPlace(owner: string, scenario: RecordShape | null): DraftPlace {
  return { owner, name: `${beginning}${owner}.${scenario?.key ?? 'new'}` }
}

/** What is kept here; whatever somebody else left in this tab goes. */
export function readKept({ owner, name }: DraftPlace): KeptDraft | null {
  try {
    for (const each of Object.keys(sessionStorage))
      if (each.startsWith(beginning) && !each.startsWith(beginning + owner)) sessionStorage.removeItem(each)
    const { draft, title, version } = JSON.parse(sessionStorage.getItem(name) ?? 'null')
    return { draft: draftOf(draft), title: String(title), version: Number(version) }
  } catch {
    // Nothing is kept, or the browser keeps nothing: one begins with what is saved.
    return null
  }
}

export function keep({ name }: DraftPlace, kept: KeptDraft | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing has the draft as long as the page is open.
  }
}
