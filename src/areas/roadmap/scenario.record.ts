import { defineRecord } from '#kernel/shape.ts'
import { checkScenario } from './check-scenario.ts'

const adopted = {
  en: 'Adopt the scenario with the verb adopt.',
  de: 'Übernimm das Szenario mit dem Befehl adopt.',
}
const whole = { kind: 'number', whole: true, least: 1, most: 10_000 } as const

/** A named set of differences to today’s plan: what if. */
export const scenario = defineRecord({
  type: 'scenario',
  collection: 'scenarios',
  area: 'roadmap',
  prefix: 'SCEN',
  names: { one: { en: 'Scenario', de: 'Szenario' }, many: { en: 'Scenarios', de: 'Szenarien' } },
  purpose: {
    en: 'A named set of differences to today’s plan, compared with it and with others before one is adopted.',
    de: 'Eine benannte Menge von Unterschieden zum heutigen Plan, verglichen mit ihm und mit anderen, bevor man eines übernimmt.',
  },
  audience: 'leadership',
  writers: ['owner', 'leader'],
  title: 'title',
  check: checkScenario,
  groups: {
    differences: { en: 'What is different', de: 'Was anders ist' },
    outcome: { en: 'What became of it', de: 'Was daraus wurde' },
  },
  fields: {
    title: { kind: 'short-text', label: { en: 'Title', de: 'Titel' }, required: true, longest: 120 },
    state: {
      kind: 'state',
      label: { en: 'State', de: 'Stand' },
      required: true,
      choices: {
        open: { en: 'Open', de: 'Offen' },
        adopted: { en: 'Adopted', de: 'Übernommen' },
        discarded: { en: 'Discarded', de: 'Verworfen' },
      },
      initial: 'open',
      transitions: { open: ['adopted', 'discarded'], discarded: ['open'] },
    },
    question: {
      kind: 'markdown',
      label: { en: 'Question', de: 'Frage' },
      help: { en: 'What you want to know: what if.', de: 'Was Du wissen willst: was wäre, wenn.' },
    },
    bets: {
      kind: 'rows',
      label: { en: 'Bets', de: 'Wetten' },
      group: 'differences',
      most: 200,
      columns: {
        bet: { kind: 'reference', to: 'bet', label: { en: 'Bet', de: 'Wette' }, required: true },
        change: {
          kind: 'choice',
          label: { en: 'What happens', de: 'Was geschieht' },
          required: true,
          choices: {
            add: { en: 'Comes in', de: 'Kommt dazu' },
            drop: { en: 'Is cut', de: 'Entfällt' },
            resize: { en: 'Has another size', de: 'Hat eine andere Größe' },
            move: { en: 'Moves in the order', de: 'Rückt in der Reihenfolge' },
          },
        },
        low: { ...whole, label: { en: 'At least', de: 'Mindestens' } },
        high: { ...whole, label: { en: 'At most', de: 'Höchstens' } },
        order: {
          kind: 'number',
          least: -1e9,
          most: 1e9,
          label: { en: 'Place in the order', de: 'Platz in der Reihenfolge' },
        },
      },
    },
    people: {
      kind: 'rows',
      label: { en: 'People', de: 'Menschen' },
      help: {
        en: 'How many join or leave a team, never who: capacity, not names.',
        de: 'Wie viele zu einem Team kommen oder gehen, nie wer: Kapazität, keine Namen.',
      },
      group: 'differences',
      most: 100,
      columns: {
        team: { kind: 'reference', to: 'team', label: { en: 'Team', de: 'Team' }, required: true },
        change: {
          kind: 'choice',
          label: { en: 'What happens', de: 'Was geschieht' },
          required: true,
          choices: {
            join: { en: 'Join', de: 'Kommen dazu' },
            leave: { en: 'Leave', de: 'Gehen' },
          },
        },
        count: {
          kind: 'number',
          label: { en: 'How many', de: 'Wie viele' },
          help: { en: 'Half a person works half time.', de: 'Eine halbe Person arbeitet halbtags.' },
          least: 0.1,
          most: 500,
          required: true,
        },
        day: { kind: 'day', label: { en: 'From', de: 'Ab' }, required: true },
        rampUp: {
          kind: 'number',
          label: { en: 'Working days to full pace', de: 'Arbeitstage bis zum vollen Tempo' },
          whole: true,
          least: 0,
          most: 500,
        },
        mentoring: {
          kind: 'percentage',
          label: { en: 'Mentoring, of one person', de: 'Einarbeitung, von einer Person' },
        },
      },
    },
    breaks: {
      kind: 'rows',
      label: { en: 'Breaks', de: 'Arbeitsfreie Zeiten' },
      group: 'differences',
      most: 50,
      columns: {
        from: { kind: 'day', label: { en: 'From', de: 'Ab' }, required: true },
        until: { kind: 'day', label: { en: 'Until', de: 'Bis' }, required: true },
        team: { kind: 'reference', to: 'team', label: { en: 'Team', de: 'Team' } },
      },
    },
    goals: {
      kind: 'rows',
      label: { en: 'Goals', de: 'Ziele' },
      group: 'differences',
      most: 50,
      columns: {
        goal: { kind: 'reference', to: 'goal', label: { en: 'Goal', de: 'Ziel' }, required: true },
        change: {
          kind: 'choice',
          label: { en: 'What happens', de: 'Was geschieht' },
          required: true,
          choices: {
            add: { en: 'Comes in', de: 'Kommt dazu' },
            drop: { en: 'Is dropped', de: 'Wird aufgegeben' },
          },
        },
      },
    },
    adoptedOn: {
      kind: 'day',
      label: { en: 'Adopted on', de: 'Übernommen am' },
      group: 'outcome',
      written: adopted,
    },
    adoptedWhy: {
      kind: 'markdown',
      label: { en: 'Why it was adopted', de: 'Warum es übernommen wurde' },
      group: 'outcome',
      written: adopted,
    },
  },
})
