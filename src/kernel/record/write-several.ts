import type { AuditDetails, OperationContext } from '../operation/define-operation.ts'

/** Several records that are written by one operation. */
export interface SeveralRecords {
  /** Takes the place of the operation’s own while records are written. */
  readonly context: OperationContext
  /** Gives every version that was written its row in the audit, the last one the operation’s own. */
  audit(): void
}

/** Keeps what each of several records leaves for the audit, where otherwise the last one alone would count. */
export function writeSeveral(context: OperationContext): SeveralRecords {
  const told: AuditDetails[] = []
  return {
    context: { ...context, audit: (details) => void told.push(details) },
    audit() {
      // What names a record without saying what was written is only on the way to that.
      const written = told.filter(({ payload }) => payload !== undefined)
      const last = written.at(-1)
      if (last) context.audit({ ...last, before: written.slice(0, -1) })
    },
  }
}
