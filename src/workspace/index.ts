export { isAboutPerson, privacyOperations } from './privacy/privacy-operations.ts'
export type { PrivacyOperations } from './privacy/privacy-operations.ts'
export { forgetDue, listDue } from './privacy/forget-due.ts'
export { forgetInTime, forgetPersonalJob } from './privacy/forget-personal-job.ts'
export { listErasures, repeatErasures } from './privacy/repeat-erasures.ts'
export { keepErasures } from './privacy/keep-erasures.ts'
export { kernelTables } from './privacy/kernel-tables.ts'
export { tableNames } from './privacy/table-names.ts'
export { exportWorkspace } from './files/export-workspace.ts'
export type { Export } from './files/export-workspace.ts'
export { csvText, type FlatRow } from './files/csv-text.ts'
export { importWorkspace } from './files/import-workspace.ts'
export { bringInRecords } from './files/bring-in-records.ts'
export { changeRecords } from './files/change-records.ts'
export { addedToSample } from './sample/added-to-sample.ts'
export { emptyRecords, hasNoRecords } from './sample/empty-records.ts'
export { planSample } from './sample/plan-sample.ts'
export type { SamplePlan } from './sample/plan-sample.ts'
export { ago, quarter, say, the, yearly } from './sample/sample-record.ts'
export type { Sample, SampleRecord } from './sample/sample-record.ts'
export { writeSample } from './sample/write-sample.ts'
export { examineWorkspace } from './doctor/examine-workspace.ts'
export type { Examination } from './doctor/examine-workspace.ts'
export { readThrough } from './backup/read-backup.ts'
export { wholeFile } from './backup/whole-file.ts'
export { writeBackup } from './backup/write-backup.ts'
export { restoreStore, verifyBackup } from './backup/restore-store.ts'
export { backupSettings, configureBackups } from './backup/kept/backup-settings.ts'
export { keepBackup } from './backup/kept/keep-backup.ts'
export { keepBackedUp } from './backup/kept/keep-backed-up.ts'
export { keepBackupJob } from './backup/kept/keep-backup-job.ts'
export { listBackups, makeBackup } from './backup/kept/backup-operations.ts'
export { erasureListName, keepErasureList, repeatKnownErasures } from './privacy/known-erasures.ts'
export { noteReading, readDayOf, readersOf } from './receipts/reading-receipts.ts'
export { roles, userIdOf } from './access/roles.ts'
export {
  actorOfCalendarKey,
  actorOfInvitation,
  actorOfKey,
  actorOfUser,
  hasMembers,
} from './access/read-access.ts'
export { initWorkspace } from './access/init-workspace.ts'
export { changePassword, createOwner, resetPassword } from './access/owner-operations.ts'
export { changeRole, listMembers, removeMember } from './access/member-operations.ts'
export {
  acceptInvitation,
  acceptInvitationByProvider,
  createInvitation,
  listInvitations,
  nothingOpen,
  revokeInvitation,
  showInvitation,
} from './access/invitation-operations.ts'
export { createKey, listKeys, revokeKey } from './access/key-operations.ts'
export { listSessions, revokeSession } from './access/session-operations.ts'
export { linkPerson, proposePerson } from './access/person-of-member.ts'
export { addPasskey, listWaysIn, removePasskey, renamePasskey } from './access/passkey-operations.ts'
export {
  connectProvider,
  noProvider,
  removeProvider,
  setProvider,
  showProvider,
} from './access/provider-operations.ts'
export { openSecret, sealSecret } from './access/sealed-secret.ts'
export { passwordProvider, providerId } from './access/credentials.ts'
