export { isAboutPerson, privacyOperations } from './privacy/privacy-operations.ts'
export type { PrivacyOperations } from './privacy/privacy-operations.ts'
export { forgetDue, listDue } from './privacy/forget-due.ts'
export { forgetInTime, forgetPersonalJob } from './privacy/forget-personal-job.ts'
export { listErasures, repeatErasures } from './privacy/repeat-erasures.ts'
export { kernelTables } from './privacy/kernel-tables.ts'
export { tableNames } from './privacy/table-names.ts'
export { exportWorkspace } from './files/export-workspace.ts'
export type { Export } from './files/export-workspace.ts'
export { importWorkspace } from './files/import-workspace.ts'
export { examineWorkspace } from './doctor/examine-workspace.ts'
export type { Examination } from './doctor/examine-workspace.ts'
export { writeBackup } from './backup/write-backup.ts'
export { restoreStore, verifyBackup } from './backup/restore-store.ts'
export { roles } from './access/roles.ts'
export { actorOfInvitation, actorOfKey, actorOfUser, hasMembers } from './access/read-access.ts'
export { createOwner, resetPassword } from './access/owner-operations.ts'
export { changeRole, listMembers, removeMember } from './access/member-operations.ts'
export {
  acceptInvitation,
  createInvitation,
  listInvitations,
  nothingOpen,
  revokeInvitation,
  showInvitation,
} from './access/invitation-operations.ts'
export { createKey, listKeys, revokeKey } from './access/key-operations.ts'
export { listSessions, revokeSession } from './access/session-operations.ts'
