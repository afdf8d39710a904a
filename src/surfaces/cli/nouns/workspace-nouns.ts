import { showLineOfSight } from '#evidence/operations/show-line-of-sight.ts'
import { searchOperation } from '#kernel'
import {
  changeRole,
  createInvitation,
  listBackups,
  listInvitations,
  listKeys,
  makeBackup,
  removeMember,
  revokeInvitation,
  revokeKey,
} from '#workspace'
import { privacyVerbs } from '../../operations.ts'
import { sheetText } from '../../privacy/sheet-text.ts'
import { showPrivacySheet } from '../../privacy/show-privacy-sheet.ts'
import { beginSample, removeSample, showStart } from '../../sample/sample-operations.ts'
import { memberByName, memberVerbs, type AccessCommand } from '../records/access-verbs.ts'
import { nounVerb } from './noun-verb.ts'
import { linesPage } from './plain-page.ts'

type Verbs = Readonly<Record<string, AccessCommand>>

/** Records of all types at once. */
export const allRecordVerbs: Verbs = {
  search: nounVerb(searchOperation, {
    takes: { q: 'WORDS' },
    options: { types: 'list', limit: 'number' },
    page: ({ hits }, { say, ink }) =>
      hits.length === 0
        ? `  ${ink('faint', say({ en: 'Nothing found.', de: 'Nichts gefunden.' }))}\n`
        : linesPage(hits.map(({ key, title }) => `${key}  ${title}`).join('\n')),
  }),
  'line-of-sight': nounVerb(showLineOfSight, {
    takes: { subject: 'KEY' },
    options: { cursor: 'number', limit: 'number' },
    says: { en: 'KEY may be the hash of a commit.', de: 'KEY darf der Hash eines Commits sein.' },
  }),
}

/** Members, with what their roles are. */
export const allMemberVerbs: Verbs = {
  ...memberVerbs,
  'change-role': nounVerb(changeRole, {
    takes: { member: 'MEMBER', role: 'ROLE' },
    prepare: memberByName,
    says: {
      en: 'ROLE is owner, leader, member or guest.',
      de: 'ROLE ist owner, leader, member oder guest.',
    },
  }),
  remove: nounVerb(removeMember, { takes: { member: 'MEMBER' }, prepare: memberByName }),
}

/** Links by which people join. */
export const invitationVerbs: Verbs = {
  list: nounVerb(listInvitations),
  create: nounVerb(createInvitation, {
    takes: { role: 'ROLE' },
    options: { days: 'number' },
    says: {
      en: 'The link is the address of the server with /join# and the token.',
      de: 'Der Link ist die Adresse des Servers mit /join# und dem Token.',
    },
  }),
  revoke: nounVerb(revokeInvitation, { takes: { invitation: 'ID' } }),
}

/** Keys of programs. Making one takes an account, in whose name it acts. */
export const keyVerbs: Verbs = {
  list: nounVerb(listKeys),
  revoke: nounVerb(revokeKey, { takes: { key: 'ID' } }),
}

/** The sample company. */
export const sampleVerbs: Verbs = {
  show: nounVerb(showStart),
  begin: nounVerb(beginSample, { speaks: true }),
  remove: nounVerb(removeSample),
}

/** What is stored about people, and how it leaves. */
export const privacyNounVerbs: Verbs = {
  sheet: nounVerb(showPrivacySheet, { speaks: true, page: (sheet) => linesPage(sheetText(sheet)) }),
  ...Object.assign(
    {},
    ...privacyVerbs.map(({ definition, operations }): Verbs => ({
      [`export-${definition.type}`]: nounVerb(operations.export, {
        takes: { key: 'KEY' },
        speaks: true,
        page: ({ text }) => linesPage(text),
      }),
      [`erase-${definition.type}`]: nounVerb(operations.erase, { takes: { key: 'KEY' } }),
    })),
  ),
}

/** The backups that the server keeps. */
export const keptBackupVerbs: Verbs = {
  list: nounVerb(listBackups),
  make: nounVerb(makeBackup),
}
