import { addRepository } from '#evidence/operations/add-repository.ts'
import { listBots, replaceBots } from '#evidence/operations/bots.ts'
import { cancelScan } from '#evidence/operations/cancel-scan.ts'
import { catalogueComponent, removeComponent } from '#evidence/operations/catalogue-component.ts'
import { listFacts } from '#evidence/operations/list-facts.ts'
import { listRepositories, showRepository } from '#evidence/operations/list-repositories.ts'
import { listRows } from '#evidence/operations/list-rows.ts'
import { removeRepository } from '#evidence/operations/remove-repository.ts'
import { scanRepository } from '#evidence/operations/scan-repository.ts'
import { showLineOfSight } from '#evidence/operations/show-line-of-sight.ts'
import { showFigure, showFigures } from '#evidence/operations/show-figures.ts'
import { searchOperation } from '#kernel'
import {
  changeRole,
  createInvitation,
  examineWorkspace,
  exportWorkspace,
  importWorkspace,
  initWorkspace,
  listBackups,
  listInvitations,
  listKeys,
  makeBackup,
  removeMember,
  resetPassword,
  revokeInvitation,
  revokeKey,
} from '#workspace'
import { showPrivacySheet } from './privacy/show-privacy-sheet.ts'
import { beginSample, removeSample, showStart } from './sample/sample-operations.ts'

/** What commands of whoever has the data folder ask for besides records, links and files. */
export const commandOperations = [
  exportWorkspace,
  importWorkspace,
  examineWorkspace,
  initWorkspace,
  resetPassword,
  showStart,
  beginSample,
  removeSample,
  searchOperation,
  showLineOfSight,
  listRepositories,
  showRepository,
  addRepository,
  removeRepository,
  scanRepository,
  cancelScan,
  showFigures,
  showFigure,
  listFacts,
  listRows,
  catalogueComponent,
  removeComponent,
  listBots,
  replaceBots,
  changeRole,
  removeMember,
  listInvitations,
  createInvitation,
  revokeInvitation,
  listKeys,
  revokeKey,
  showPrivacySheet,
  listBackups,
  makeBackup,
] as const
