import { providerVerbs, type AccessCommand } from '../records/access-verbs.ts'
import { botVerbs, componentVerbs, repositoryVerbs } from './evidence-nouns.ts'
import {
  allMemberVerbs,
  allRecordVerbs,
  invitationVerbs,
  keptBackupVerbs,
  keyVerbs,
  privacyNounVerbs,
  sampleVerbs,
} from './workspace-nouns.ts'

/** What stands in the place of an area for all that is no record of one type, with its verbs. */
export const nouns: Readonly<Record<string, Readonly<Record<string, AccessCommand>>>> = {
  record: allRecordVerbs,
  repository: repositoryVerbs,
  component: componentVerbs,
  bot: botVerbs,
  member: allMemberVerbs,
  invitation: invitationVerbs,
  'api-key': keyVerbs,
  'sign-in-provider': providerVerbs,
  sample: sampleVerbs,
  privacy: privacyNounVerbs,
  'kept-backup': keptBackupVerbs,
}
