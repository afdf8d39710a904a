import { z } from 'zod'
import { listBots } from '#evidence/operations/bots.ts'
import type { Operation } from '#kernel'
import { examineWorkspace, listBackups, listInvitations, makeBackup, showProvider } from '#workspace'
import { privacyVerbs } from '#surfaces/operations.ts'
import { showPrivacySheet } from '#surfaces/privacy/show-privacy-sheet.ts'
import { showStart } from '#surfaces/sample/sample-operations.ts'
import { performForAgent, type AgentSession } from '../agent-session.ts'
import { defineTool } from '../tool.ts'
import { key } from './arguments.ts'

type Looks = (session: AgentSession) => Promise<object>

const look =
  <Input, Output extends object>(
    operation: Operation<Input, Output>,
    place: string,
    input: (session: AgentSession) => object = () => ({}),
  ): Looks =>
  (session) =>
    performForAgent(session, operation, input(session), place)

/** What there is to say about a workspace as a whole, each with the page on which a person sees it. */
const subjects = {
  contents: look(showStart, '/'),
  bots: look(listBots, '/repositories'),
  invitations: look(listInvitations, '/members'),
  'sign-in-provider': look(showProvider, '/members'),
  backups: look(listBackups, '/backups'),
  'privacy-sheet': look(showPrivacySheet, '/privacy', ({ language }) => ({
    language,
  })),
  examination: look(examineWorkspace, '/'),
} satisfies Record<string, Looks>

export const workspaceTool = defineTool({
  name: 'workspace',
  title: 'Show something about the workspace as a whole',
  description:
    'Shows one thing about the workspace as a whole. `contents`: whether it holds nothing, the sample company or something real. `bots`: by what commits of bots are told from those of people. `invitations`: open links by which people may join, without their secrets. `sign-in-provider`: where members sign in. `backups`: which are kept, where, and what opens them. `privacy-sheet`: what is stored about people and which evaluations are impossible. `examination`: whether audit chain, records and links hold; this one reads everything and takes a while.',
  input: z.strictObject({ about: z.enum(Object.keys(subjects) as (keyof typeof subjects)[]) }), // the keys of this very object
  output: z.looseObject({}),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  run: async (session, { about }) => ({
    said: `About the workspace: ${about}.`,
    data: { ...(await subjects[about](session)) },
  }),
})

export const backUpTool = defineTool({
  name: 'back-up',
  title: 'Make a backup',
  description:
    'Asks the server to make a backup of everything now. It is tried in a database of its own before it counts; workspace with `backups` tells what became of it.',
  input: z.strictObject({}),
  output: z.object({ asked: z.boolean().describe('False where one is on its way already.') }),
  reach: 'add',
  idempotent: true,
  isForeign: false,
  async run(session) {
    const { asked } = await performForAgent(session, makeBackup, {}, '/backups')
    return { said: asked ? 'A backup is on its way.' : 'One was on its way already.', data: { asked } }
  },
})

export const storedAboutTool = defineTool({
  name: 'stored-about',
  title: 'Give out what is stored about a person',
  description:
    'Gives out everything that is stored about one person, for whoever asks what a company holds about them: record, versions, links, audit and account. For owners alone. Erasing it is for a person, on the page of the record.',
  input: z.strictObject({ key }),
  output: z.looseObject({ key: z.string() }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, input) {
    const prefix = input.key.trim().toUpperCase().split('-')[0]
    const verbs =
      privacyVerbs.find(({ definition }) => definition.prefix === prefix) ?? privacyVerbs[0] ?? noPeople()
    const place = `/${verbs.definition.collection}`
    const asked = { ...input, language: session.language }
    const { text: _, ...stored } = await performForAgent(session, verbs.operations.export, asked, place)
    return { said: `Everything that is stored about ${stored.key}.`, data: { ...stored } }
  },
})

function noPeople(): never {
  throw new Error('No type of record is about people.')
}
