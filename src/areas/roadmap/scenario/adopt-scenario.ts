import { findOfType } from '../find-of-type.ts'
import { dayOf } from '#evidence/facts/day-of.ts'
import { z } from 'zod'
import { defineOperation, readAllRecords, Refusal, type OperationContext } from '#kernel'
import { changeRecord, createRecord } from '#kernel/record/write-record.ts'
import { writeSeveral } from '#kernel/record/write-several.ts'
import type { RecordShape, RecordValues, Words } from '#kernel/shape.ts'
import type { Plan } from '../plan/plan-shape.ts'
import { readBet, textOf } from '../plan/read-bet.ts'
import { applyScenario } from './apply-scenario.ts'
import { readGoal } from './read-comparison.ts'
import { differencesOf } from './read-differences.ts'
import type { AppliedScenario, NotApplied } from './scenario-shape.ts'

/** What came of it: each record that was written, and what was not. */
export interface AdoptedScenario {
  readonly scenario: RecordShape
  readonly written: readonly { readonly key: string; readonly title: string; readonly version: number }[]
  /** People of the scenario; they are plans, and a person is recorded when it is known who. */
  readonly people: number
  readonly note: Words | null
}

/** How a scenario or a pivot is asked to become the plan. */
export const reasoned = z.strictObject({
  key: z.string().max(40),
  why: z.string().trim().min(1).max(10_000),
  /** The version that was looked at; without it the newest. */
  version: z.coerce.number().int().min(1).optional(),
})

/** Makes a scenario the plan: all that it says goes into the records at once, or nothing does. */
export const adoptScenario = defineOperation({
  name: 'scenario.adopt',
  summary: {
    en: 'Make a scenario the plan: write what it changes into bets, goals and breaks, and note who did so and why.',
    de: 'Ein Szenario zum Plan machen: in Wetten, Ziele und arbeitsfreie Zeiten schreiben, was es ändert, und festhalten, wer das warum tat.',
  },
  input: reasoned,
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, { key, why, version }): Promise<AdoptedScenario> {
    const several = writeSeveral(context)
    const adopted = await adoptWithin(several.context, { key, why, version: version ?? null })
    several.audit()
    return adopted
  },
})

/** Writes what a scenario says, within the operation of whoever asks. */
export async function adoptWithin(
  context: OperationContext,
  { key, why, version }: { readonly key: string; readonly why: string; readonly version: number | null },
): Promise<AdoptedScenario> {
  const { shape } = await findOfType(context, key, 'scenario', 'lock')
  if (shape.fields['state'] !== 'open' || shape.archivedAt !== null) throw notOpen(shape)
  const differences = differencesOf(shape.fields)
  if (Object.values(differences).every((rows) => rows.length === 0)) throw changesNothing(shape.key)
  const bets = await readAllRecords(context, 'bet')
  const goals = await readAllRecords(context, 'goal')
  const applied = applyScenario(await planOf(context, bets), goals.map(readGoal), differences)
  // Whether a team has people to lose is a matter of the forecast: nothing of it is written.
  const wrong = applied.notApplied.filter(({ path }) => !path.startsWith('people.'))
  if (wrong.length > 0) throw doesNotApply(shape, wrong)
  const changed = [
    ...(await writeBets(context, bets, applied)),
    ...(await writeGoals(context, goals, applied)),
    ...(await writeBreaks(context, differences.breaks)),
  ]
  const scenario = await changeRecord(context, shape.key, version ?? shape.version, {
    state: 'adopted',
    adoptedOn: today(context),
    adoptedWhy: why,
  })
  return {
    scenario,
    written: changed.map(({ key: own, title, version: now }) => ({ key: own, title, version: now })),
    people: differences.people.length,
    note: differences.people.length === 0 ? null : notWritten,
  }
}

async function planOf(context: OperationContext, bets: readonly RecordShape[]): Promise<Plan> {
  const teams = (await readAllRecords(context, 'team')).map(({ key, title }) => ({
    key,
    name: title,
    parallel: 1,
    daily: null,
    counted: 'all' as const,
    people: null,
    changes: [],
  }))
  return { start: today(context), bets: bets.map(readBet), teams, breaks: [], done: {} }
}

async function writeBets(
  context: OperationContext,
  bets: readonly RecordShape[],
  { plan }: AppliedScenario,
): Promise<RecordShape[]> {
  const changed: RecordShape[] = []
  const after = new Map(plan.bets.map((bet) => [bet.key, bet]))
  for (const record of bets) {
    const { key, version, fields } = record
    const [before, bet] = [readBet(record), after.get(key)]
    if (!bet) continue
    const given: RecordValues = {
      ...(bet.order !== before.order && { order: bet.order }),
      ...(bet.size !== null && different(bet.size, before.size) && { low: bet.size[0], high: bet.size[1] }),
      ...(different(bet.teamSizes, before.teamSizes) && { teamSizes: [] }),
      ...(bet.state !== before.state && {
        state: bet.state,
        ...endOf(bet.state, textOf(fields['started']), today(context)),
      }),
    }
    if (Object.keys(given).length > 0) changed.push(await changeRecord(context, key, version, given))
  }
  return changed
}

const different = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)

/** When it ended, unless it was to begin later; what reopens has not ended. */
function endOf(state: string, started: string | null, day: string): RecordValues {
  if (state !== 'stopped') return { ended: null }
  return started === null || started <= day ? { ended: day } : {}
}

async function writeGoals(
  context: OperationContext,
  goals: readonly RecordShape[],
  applied: AppliedScenario,
): Promise<RecordShape[]> {
  const changed: RecordShape[] = []
  const after = new Map(applied.goals.map(({ key, state }) => [key, state]))
  for (const { key, version, fields } of goals) {
    const state = after.get(key)
    if (state === undefined || state === fields['state']) continue
    changed.push(await changeRecord(context, key, version, { state }))
  }
  return changed
}

async function writeBreaks(
  context: OperationContext,
  breaks: ReturnType<typeof differencesOf>['breaks'],
): Promise<RecordShape[]> {
  const made: RecordShape[] = []
  for (const { from, until, team } of breaks)
    made.push(
      await createRecord(context, context.records.ofType('break'), {
        // Everybody reads breaks, and only those who lead the scenario.
        title: from === until ? from : `${from} – ${until}`,
        from,
        until,
        ...(team && { teams: [team] }),
      }),
    )
  return made
}

const today = (context: OperationContext) => dayOf(context.clock().getTime())

const notWritten: Words = {
  en: 'Who joins or leaves was not written: record people when it is known who they are.',
  de: 'Wer kommt oder geht, wurde nicht geschrieben: Verzeichne Menschen, wenn klar ist, wer sie sind.',
}

function notOpen({ key, fields, archivedAt }: RecordShape): Refusal {
  if (archivedAt !== null)
    return new Refusal(
      'conflict',
      { en: `${key} is archived.`, de: `${key} ist archiviert.` },
      { en: 'Take it back first.', de: 'Hole es zuerst zurück.' },
    )
  const isAdopted = fields['state'] === 'adopted'
  return new Refusal(
    'conflict',
    isAdopted
      ? { en: `${key} is adopted already.`, de: `${key} ist schon übernommen.` }
      : { en: `${key} is discarded.`, de: `${key} ist verworfen.` },
    isAdopted
      ? {
          en: 'Make a new scenario for what is to change now.',
          de: 'Lege ein neues Szenario für das an, was sich jetzt ändern soll.',
        }
      : { en: 'Open it again first.', de: 'Öffne es zuerst wieder.' },
  )
}

function changesNothing(key: string): Refusal {
  return new Refusal(
    'invalid',
    { en: `${key} changes nothing.`, de: `${key} ändert nichts.` },
    { en: 'Say in it what is to be different.', de: 'Sag darin, was anders sein soll.' },
  )
}

function doesNotApply({ key }: RecordShape, wrong: readonly NotApplied[]): Refusal {
  const said = (language: 'en' | 'de') => wrong.map(({ reason }) => reason[language]).join(' ')
  return new Refusal(
    'conflict',
    {
      en: `${key} does not fit the plan of today any more, and nothing was written: ${said('en')}`,
      de: `${key} passt nicht mehr zum heutigen Plan, und nichts wurde geschrieben: ${said('de')}`,
    },
    {
      en: 'Take these rows out of the scenario or change them, look at it again, then adopt it.',
      de: 'Nimm diese Zeilen aus dem Szenario oder ändere sie, sieh es Dir noch einmal an und übernimm es dann.',
    },
    wrong.map(({ path, reason }) => ({ path, message: reason })),
  )
}
