import { text } from 'node:stream/consumers'
import type { ParseArgsOptionsConfig } from 'node:util'
import { Refusal } from '#kernel'
import { loadWorkspaceKey } from '#kernel/store/workspace-key.ts'
import { sealSecret } from '#workspace'
import type { Language, Words } from '#kernel/shape.ts'
import type { MemberShape, ProviderShape } from '#workspace/shape.ts'
import { accessOperations } from '../../operations.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'
import { WrongUse } from '../wrong-use.ts'
import type { Given } from './flags.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import type { Answered } from './record-verbs.ts'

/** Where a command is performed: the data folder, and the environment that it was called in. */
export interface Surrounding {
  readonly data: string
  readonly environment: NodeJS.ProcessEnv
  /** Of the values in the answer. */
  readonly language: Language
}

/** One verb of the command line about members or the provider. */
export interface AccessCommand {
  readonly takes: readonly string[]
  readonly says: Words
  readonly options?: ParseArgsOptionsConfig
  /** What the options are, by their flags. */
  readonly inputs?: Readonly<Record<string, Words>>
  run(workplace: Workplace, given: readonly string[], flags: Given, around: Surrounding): Promise<Answered>
}

type AccessCommands = Readonly<Record<string, AccessCommand>>

/** How members are asked for on the command line, and whose record about a person they are. */
export const memberVerbs: AccessCommands = {
  list: {
    takes: [],
    says: saysOf(accessOperations.listMembers),
    async run(workplace) {
      const output = await workplace.perform(accessOperations.listMembers, {})
      return { output, page: (look) => membersPage(output.members, look) }
    },
  },
  'link-person': {
    takes: ['MEMBER', 'KEY'],
    says: saysOf(accessOperations.linkPerson, {
      en: ' MEMBER is an id or an e-mail address.',
      de: ' MEMBER ist eine Kennung oder eine E-Mail-Adresse.',
    }),
    run: (workplace, [member = '', person = '']) => link(workplace, member, person),
  },
  'unlink-person': {
    takes: ['MEMBER'],
    says: {
      en: 'Say that no record about a person is a member’s own.',
      de: 'Sagen, dass kein Datensatz über eine Person der eines Mitglieds ist.',
    },
    run: (workplace, [member = '']) => link(workplace, member, null),
  },
}

/** How the OpenID Connect provider is set up from the command line. */
export const providerVerbs: AccessCommands = {
  show: {
    takes: [],
    says: saysOf(accessOperations.showProvider),
    async run(workplace) {
      const output = await workplace.perform(accessOperations.showProvider, {})
      return { output, page: (look) => providerPage(output.provider, look) }
    },
  },
  set: {
    takes: ['NAME', 'ISSUER', 'CLIENT-ID'],
    says: saysOf(accessOperations.setProvider, {
      en: ' Without a secret the one that is there stays.',
      de: ' Ohne Geheimnis bleibt das, welches da ist.',
    }),
    options: { 'client-secret-stdin': { type: 'boolean' } },
    async run(workplace, [name = '', issuer = '', clientId = ''], flags, around) {
      const clientSecret = flags['client-secret-stdin'] === true ? await readSecret() : null
      const { discoverProvider, secretPlace } = await import('#surfaces/sign-in/provider.ts')
      if (clientSecret !== null && URL.canParse(issuer))
        await discoverProvider(
          { issuer, clientId, clientSecret },
          around.environment['LEITSTAND_ALLOW_PRIVATE_HOSTS'] === 'yes',
        )
      const sealedSecret =
        clientSecret === null ? null : sealSecret(loadWorkspaceKey(around.data), secretPlace, clientSecret)
      const input = { name, issuer, clientId, sealedSecret }
      const output = await workplace.perform(accessOperations.setProvider, input)
      return { output, page: (look) => providerPage(output.provider, look) }
    },
  },
  remove: {
    takes: [],
    says: saysOf(accessOperations.removeProvider),
    async run(workplace) {
      const output = await workplace.perform(accessOperations.removeProvider, {})
      return {
        output,
        page: ({ say }) => `  ${output.issuer}: ${say({ en: 'taken away', de: 'entfernt' })}\n`,
      }
    },
  },
}

async function link(workplace: Workplace, named: string, person: string | null): Promise<Answered> {
  const member = await findMember(workplace, named)
  const output = await workplace.perform(accessOperations.linkPerson, { member: member?.id ?? named, person })
  return {
    output,
    page: ({ say }) =>
      `  ${member?.name ?? named}: ${output.person ?? say({ en: 'no person', de: 'keine Person' })}\n`,
  }
}

/** The input with the id of a member who was named by address. */
export async function memberByName(
  workplace: Workplace,
  input: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const named = String(input['member'])
  return { ...input, member: (await findMember(workplace, named))?.id ?? named }
}

async function findMember(workplace: Workplace, named: string): Promise<MemberShape | undefined> {
  const { members } = await workplace.perform(accessOperations.listMembers, {})
  return members.find(({ id, email }) => id === named || email === named.toLowerCase())
}

function membersPage(members: readonly MemberShape[], look: Look): string {
  const { say } = look
  const lines = table(
    [
      { heading: say({ en: 'name', de: 'Name' }), width: 24, kind: 'name', text: ({ name }) => name },
      {
        heading: say({ en: 'e-mail', de: 'E-Mail' }),
        width: 0,
        kind: 'name',
        text: ({ email }) => email ?? '',
      },
      { heading: say({ en: 'role', de: 'Rolle' }), width: 8, kind: 'name', text: ({ role }) => role },
      {
        heading: say({ en: 'person', de: 'Person' }),
        width: 30,
        kind: 'name',
        text: ({ person, proposed }) =>
          person ?? (proposed ? `${proposed.key}? (${say(proposedBy[proposed.by])})` : ''),
      },
    ],
    members,
    look,
  )
  return [...lines, ''].join('\n')
}

const proposedBy = {
  member: { en: 'says the member', de: 'sagt das Mitglied' },
  address: { en: 'same address', de: 'gleiche Adresse' },
  name: { en: 'same name', de: 'gleicher Name' },
}

function providerPage(provider: ProviderShape | null, { say }: Look): string {
  if (!provider) return `  ${say({ en: 'No provider.', de: 'Kein Anbieter.' })}\n`
  const { name, issuer, clientId, hasSecret } = provider
  const again = {
    en: 'The client secret has to be given again.',
    de: 'Das Client-Geheimnis muss noch einmal angegeben werden.',
  }
  const missing = hasSecret ? '' : `  ${say(again)}\n`
  return `  ${name}: ${issuer}, ${say({ en: 'client', de: 'Client' })} ${clientId}\n${missing}`
}

async function readSecret(): Promise<string> {
  const secret = (await text(process.stdin)).trim()
  if (secret !== '') return secret
  throw new Refusal(
    'invalid',
    { en: 'There is no secret on standard input.', de: 'Auf der Standardeingabe steht kein Geheimnis.' },
    { en: 'Send it through a pipe.', de: 'Schicke es durch eine Pipe.' },
  )
}

/** What an operation says that it does, and what there is to say besides. */
function saysOf({ summary }: { readonly summary?: Words }, more: Words = { en: '', de: '' }): Words {
  return { en: `${summary?.en ?? ''}${more.en}`, de: `${summary?.de ?? ''}${more.de}` }
}

/** What a verb that is not there is told. */
export function noVerb(word: string, verb: string, usage: string): WrongUse {
  return new WrongUse(
    { en: `There is no verb "${verb}" for ${word}.`, de: `„${verb}“ gibt es für ${word} nicht.` },
    usage,
  )
}
