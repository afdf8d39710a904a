import { defineRecord } from '#kernel/shape.ts'
import { betSize } from './bet-size.ts'
import { checkBet } from './check-bet.ts'
import { investmentKinds } from './investment-kinds.ts'

const agreement = {
  en: 'The counterparts agree with the verb agree.',
  de: 'Die Gegenüber stimmen mit dem Befehl agree zu.',
}

/** A piece of work that is expected to move a goal: what is believed, how large it is, and when one would stop. */
export const bet = defineRecord({
  type: 'bet',
  collection: 'bets',
  area: 'roadmap',
  prefix: 'BET',
  names: { one: { en: 'Bet', de: 'Wette' }, many: { en: 'Bets', de: 'Wetten' } },
  purpose: {
    en: 'Work that is expected to move a goal: what is believed, how large it is, and when one would stop.',
    de: 'Arbeit, die ein Ziel bewegen soll: was man annimmt, wie groß sie ist und wann man aufhören würde.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'title',
  columns: ['state', 'horizon', 'investment', 'goals', 'teams', 'low', 'high'],
  check: checkBet,
  groups: {
    size: { en: 'How large it is', de: 'Wie groß sie ist' },
    time: { en: 'When', de: 'Wann' },
    agreed: { en: 'Who agrees', de: 'Wer zustimmt' },
    joined: { en: 'Which work belongs to it', de: 'Welche Arbeit dazugehört' },
    end: { en: 'How it ended', de: 'Wie sie ausging' },
  },
  fields: {
    title: {
      kind: 'short-text',
      label: { en: 'Title', de: 'Titel' },
      help: { en: 'What will be different, in a few words.', de: 'Was anders wird, in wenigen Worten.' },
      required: true,
      longest: 120,
    },
    state: {
      kind: 'state',
      label: { en: 'State', de: 'Stand' },
      required: true,
      choices: {
        idea: { en: 'Idea', de: 'Idee' },
        shaped: { en: 'Shaped', de: 'Ausgearbeitet' },
        committed: { en: 'Committed', de: 'Zugesagt' },
        'in-progress': { en: 'In progress', de: 'In Arbeit' },
        shipped: { en: 'Shipped', de: 'Geliefert' },
        stopped: { en: 'Stopped', de: 'Gestoppt' },
      },
      initial: 'idea',
      transitions: {
        idea: ['shaped', 'stopped'],
        shaped: ['committed', 'idea', 'stopped'],
        committed: ['in-progress', 'shaped', 'stopped'],
        'in-progress': ['shipped', 'stopped', 'committed'],
        shipped: ['in-progress'],
        stopped: ['idea'],
      },
    },
    hypothesis: {
      kind: 'markdown',
      label: { en: 'Hypothesis', de: 'Annahme' },
      help: {
        en: 'If we do this, then that will happen, because; and how one would see that it is wrong.',
        de: 'Wenn wir dies tun, dann geschieht das, weil; und woran man sähe, dass es nicht stimmt.',
      },
    },
    horizon: {
      kind: 'choice',
      label: { en: 'Horizon', de: 'Horizont' },
      choices: {
        now: { en: 'Now', de: 'Jetzt' },
        next: { en: 'Next', de: 'Als Nächstes' },
        later: { en: 'Later', de: 'Später' },
      },
    },
    investment: {
      kind: 'choice',
      label: { en: 'Investment', de: 'Art' },
      help: { en: 'What the effort is spent on.', de: 'Worauf der Aufwand verwendet wird.' },
      choices: investmentKinds,
    },
    goals: {
      kind: 'references',
      to: 'goal',
      relation: 'serves',
      label: { en: 'Goals', de: 'Ziele' },
      help: { en: 'What it is to move.', de: 'Was sie bewegen soll.' },
    },
    teams: {
      kind: 'references',
      to: 'team',
      label: { en: 'Teams', de: 'Teams' },
      help: {
        en: 'Who works on it; it is done when the last of them is.',
        de: 'Wer daran arbeitet; fertig ist sie, wenn das letzte fertig ist.',
      },
      most: 12,
    },
    order: {
      kind: 'number',
      label: { en: 'Place in the order', de: 'Platz in der Reihenfolge' },
      help: {
        en: 'Smaller comes first; without one a bet stands behind those that have one.',
        de: 'Kleinere kommen zuerst; ohne Angabe steht eine Wette hinter denen, die eine haben.',
      },
      least: -1e9,
      most: 1e9,
      group: 'time',
    },
    ...betSize,
    after: {
      kind: 'references',
      to: 'bet',
      relation: 'depends',
      label: { en: 'Depends on', de: 'Hängt ab von' },
      help: {
        en: 'Bets that must be done before this one can begin.',
        de: 'Wetten, die fertig sein müssen, bevor diese beginnen kann.',
      },
      group: 'time',
    },
    earliest: {
      kind: 'day',
      label: { en: 'Not before', de: 'Nicht vor' },
      group: 'time',
    },
    wanted: {
      kind: 'day',
      label: { en: 'Wanted by', de: 'Gewünscht bis' },
      group: 'time',
    },
    wantedReason: {
      kind: 'short-text',
      label: { en: 'Why then', de: 'Warum dann' },
      help: {
        en: 'What happens on that day, or what it costs to miss it.',
        de: 'Was an diesem Tag geschieht oder was es kostet, ihn zu verfehlen.',
      },
      group: 'time',
    },
    stopCriteria: {
      kind: 'markdown',
      label: { en: 'Stop when', de: 'Aufhören, wenn' },
      help: {
        en: 'Written before the work begins: what would make you stop.',
        de: 'Geschrieben, bevor die Arbeit beginnt: was Dich aufhören ließe.',
      },
    },
    product: { kind: 'person', label: { en: 'Product', de: 'Produkt' }, group: 'agreed' },
    design: { kind: 'person', label: { en: 'Design', de: 'Design' }, group: 'agreed' },
    engineering: { kind: 'person', label: { en: 'Engineering', de: 'Entwicklung' }, group: 'agreed' },
    agreements: {
      kind: 'rows',
      label: { en: 'Agreements', de: 'Zustimmungen' },
      help: {
        en: 'Who agreed when, and to which version; all three make a bet shaped.',
        de: 'Wer wann welcher Version zugestimmt hat; alle drei machen eine Wette ausgearbeitet.',
      },
      group: 'agreed',
      most: 3,
      written: agreement,
      columns: {
        side: {
          kind: 'choice',
          label: { en: 'Side', de: 'Seite' },
          required: true,
          choices: {
            product: { en: 'Product', de: 'Produkt' },
            design: { en: 'Design', de: 'Design' },
            engineering: { en: 'Engineering', de: 'Entwicklung' },
          },
        },
        person: { kind: 'reference', to: 'person', label: { en: 'Person', de: 'Person' } },
        day: { kind: 'day', label: { en: 'Day', de: 'Tag' }, required: true },
        version: {
          kind: 'number',
          label: { en: 'Version', de: 'Version' },
          whole: true,
          least: 1,
          required: true,
        },
      },
    },
    paths: {
      kind: 'rows',
      label: { en: 'Paths', de: 'Pfade' },
      help: {
        en: 'Changes to these files belong to the bet where no message names one; * stands for a name, ** for any folders.',
        de: 'Änderungen an diesen Dateien gehören zur Wette, wo keine Nachricht eine nennt; * steht für einen Namen, ** für beliebige Ordner.',
      },
      group: 'joined',
      most: 50,
      columns: {
        repository: {
          kind: 'short-text',
          label: { en: 'Repository', de: 'Repository' },
          longest: 200,
        },
        pattern: {
          kind: 'short-text',
          label: { en: 'Pattern', de: 'Muster' },
          longest: 300,
          required: true,
        },
      },
    },
    started: { kind: 'day', label: { en: 'Began', de: 'Begonnen' }, group: 'end' },
    ended: { kind: 'day', label: { en: 'Ended', de: 'Beendet' }, group: 'end' },
    learned: {
      kind: 'markdown',
      label: { en: 'What was learned', de: 'Was gelernt wurde' },
      group: 'end',
    },
    inside: {
      kind: 'yes-no',
      label: { en: 'Keep inside', de: 'Intern halten' },
      help: {
        en: 'It stands in no roadmap for customers and others outside.',
        de: 'Sie steht in keiner Roadmap für Kunden und andere außerhalb.',
      },
    },
    link: { kind: 'url', label: { en: 'Where it stands', de: 'Wo es steht' } },
    labels: { kind: 'tags', label: { en: 'Labels', de: 'Schlagwörter' } },
    documents: { kind: 'attachments', label: { en: 'Documents', de: 'Unterlagen' } },
  },
})
