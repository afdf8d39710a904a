import { defineRecord, faultAt } from '#kernel/shape.ts'

const counted = {
  en: 'It is counted when the pivot is taken.',
  de: 'Es wird gezählt, wenn der Kurswechsel vollzogen wird.',
}
const kept = {
  en: 'It is kept when the pivot is taken.',
  de: 'Es wird festgehalten, wenn der Kurswechsel vollzogen wird.',
}
const count = { kind: 'number', whole: true, least: 0 } as const

/** As many rows as a pivot keeps of the plan. */
export const mostKept = 500

/** A scenario that changes goals: what it stops, what survives, who must be told, and what was lost. */
export const pivot = defineRecord({
  type: 'pivot',
  collection: 'pivots',
  area: 'roadmap',
  prefix: 'PIVOT',
  names: { one: { en: 'Pivot', de: 'Kurswechsel' }, many: { en: 'Pivots', de: 'Kurswechsel' } },
  purpose: {
    en: 'A change of goals: what it stops, what survives, who must be told, and what was lost by it.',
    de: 'Ein Wechsel der Ziele: was er beendet, was bleibt, wer es erfahren muss und was dabei verloren ging.',
  },
  audience: 'leadership',
  writers: ['owner', 'leader'],
  title: 'title',
  check: (values, before) => [
    ...(values['state'] === 'taken' && typeof values['takenOn'] !== 'string'
      ? [
          faultAt('state', {
            en: 'State becomes taken by the verb take, which asks why.',
            de: 'Stand wird durch den Befehl take vollzogen, der nach dem Warum fragt.',
          }),
        ]
      : []),
    ...(before?.['state'] === 'taken' && (values['scenario'] ?? null) !== (before['scenario'] ?? null)
      ? [
          faultAt('scenario', {
            en: 'The scenario of a pivot that was taken is kept as it was. Make a new pivot for what is to change now.',
            de: 'Das Szenario eines vollzogenen Kurswechsels bleibt, wie es war. Lege für das, was sich jetzt ändern soll, einen neuen an.',
          }),
        ]
      : []),
  ],
  groups: {
    telling: { en: 'Telling', de: 'Mitteilen' },
    lost: { en: 'What was lost', de: 'Was verloren ging' },
    plan: { en: 'The plan when it was taken', de: 'Der Plan beim Vollzug' },
  },
  fields: {
    title: { kind: 'short-text', label: { en: 'Title', de: 'Titel' }, required: true, longest: 120 },
    state: {
      kind: 'state',
      label: { en: 'State', de: 'Stand' },
      required: true,
      choices: {
        considered: { en: 'Considered', de: 'Erwogen' },
        taken: { en: 'Taken', de: 'Vollzogen' },
        discarded: { en: 'Discarded', de: 'Verworfen' },
      },
      initial: 'considered',
      transitions: { considered: ['taken', 'discarded'], discarded: ['considered'] },
    },
    scenario: {
      kind: 'reference',
      to: 'scenario',
      label: { en: 'Scenario', de: 'Szenario' },
      help: {
        en: 'The differences to today’s plan; it must change a goal.',
        de: 'Die Unterschiede zum heutigen Plan; es muss ein Ziel ändern.',
      },
    },
    why: {
      kind: 'markdown',
      label: { en: 'Why', de: 'Warum' },
      help: {
        en: 'What you know now that you did not know before.',
        de: 'Was Du jetzt weißt und vorher nicht wusstest.',
      },
    },
    survives: {
      kind: 'markdown',
      label: { en: 'What survives', de: 'Was bleibt' },
      help: {
        en: 'What of the stopped work is used again, and for what.',
        de: 'Was von der beendeten Arbeit weiterverwendet wird, und wofür.',
      },
    },
    telling: {
      kind: 'rows',
      label: { en: 'Who must be told', de: 'Wer es erfahren muss' },
      group: 'telling',
      most: 100,
      columns: {
        whom: { kind: 'short-text', label: { en: 'Whom', de: 'Wen' }, required: true, longest: 120 },
        what: { kind: 'short-text', label: { en: 'What it means for them', de: 'Was es für sie bedeutet' } },
        due: { kind: 'day', label: { en: 'Due', de: 'Bis' } },
        told: { kind: 'day', label: { en: 'Told on', de: 'Gesagt am' } },
      },
    },
    takenOn: {
      kind: 'day',
      label: { en: 'Taken on', de: 'Vollzogen am' },
      group: 'lost',
      written: counted,
    },
    lost: {
      kind: 'rows',
      label: { en: 'Work on what was stopped', de: 'Arbeit an dem, was beendet wurde' },
      help: {
        en: 'Delivered changes of teams, as far as they could be joined to a bet; never of people.',
        de: 'Gelieferte Änderungen von Teams, soweit sie sich einer Wette zuordnen ließen; nie von Personen.',
      },
      group: 'lost',
      most: 200,
      written: counted,
      columns: {
        bet: { kind: 'reference', to: 'bet', label: { en: 'Bet', de: 'Wette' }, required: true },
        team: { kind: 'reference', to: 'team', label: { en: 'Team', de: 'Team' } },
        changes: { ...count, label: { en: 'Changes', de: 'Änderungen' }, required: true },
        inQuarter: { ...count, label: { en: 'Of them in its quarter', de: 'Davon in seinem Quartal' } },
        ofQuarter: {
          ...count,
          label: { en: 'Of so many of the team in it', de: 'Von so vielen des Teams darin' },
        },
      },
    },
    goals: {
      kind: 'rows',
      label: { en: 'Which goals it changed', de: 'Welche Ziele er änderte' },
      group: 'plan',
      most: mostKept,
      written: kept,
      columns: {
        goal: { kind: 'reference', to: 'goal', label: { en: 'Goal', de: 'Ziel' }, required: true },
        change: {
          kind: 'choice',
          label: { en: 'What happened', de: 'Was geschah' },
          required: true,
          choices: {
            add: { en: 'Came in', de: 'Kam dazu' },
            drop: { en: 'Was dropped', de: 'Wurde aufgegeben' },
          },
        },
      },
    },
    stopped: {
      kind: 'rows',
      label: { en: 'What was stopped', de: 'Was beendet wurde' },
      group: 'plan',
      most: mostKept,
      written: kept,
      columns: {
        bet: { kind: 'reference', to: 'bet', label: { en: 'Bet', de: 'Wette' }, required: true },
        state: {
          kind: 'choice',
          label: { en: 'State before', de: 'Stand davor' },
          choices: {
            idea: { en: 'Idea', de: 'Idee' },
            shaped: { en: 'Shaped', de: 'Ausgearbeitet' },
            committed: { en: 'Committed', de: 'Zugesagt' },
            'in-progress': { en: 'In progress', de: 'In Arbeit' },
          },
        },
        goals: {
          kind: 'short-text',
          label: { en: 'With its goals', de: 'Mit ihren Zielen' },
          longest: 400,
        },
      },
    },
    remaining: {
      kind: 'rows',
      label: { en: 'What went on', de: 'Was weiterging' },
      group: 'plan',
      most: mostKept,
      written: kept,
      columns: { bet: { kind: 'reference', to: 'bet', label: { en: 'Bet', de: 'Wette' }, required: true } },
    },
    broken: {
      kind: 'rows',
      label: { en: 'What it broke', de: 'Was er brach' },
      group: 'plan',
      most: mostKept,
      written: kept,
      columns: {
        what: {
          kind: 'choice',
          label: { en: 'What', de: 'Was' },
          required: true,
          choices: {
            wanted: { en: 'Wanted date', de: 'Gewünschter Termin' },
            committed: { en: 'Committed bet', de: 'Zugesagte Wette' },
            due: { en: 'Date of a goal', de: 'Termin eines Ziels' },
            told: { en: 'Told to a customer', de: 'Einem Kunden gesagt' },
            link: { en: 'Link', de: 'Verbindung' },
          },
        },
        of: {
          kind: 'short-text',
          label: { en: 'What ended', de: 'Was endete' },
          longest: 40,
          required: true,
        },
        key: { kind: 'short-text', label: { en: 'Record', de: 'Datensatz' }, longest: 40, required: true },
        title: { kind: 'short-text', label: { en: 'Title', de: 'Titel' }, required: true },
        day: { kind: 'day', label: { en: 'Day', de: 'Tag' } },
        reason: { kind: 'short-text', label: { en: 'Why', de: 'Warum' } },
      },
    },
  },
})
