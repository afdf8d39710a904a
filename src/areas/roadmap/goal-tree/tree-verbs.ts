import { areaVerb, type AreaVerb } from '#kernel'
import { listGoalChanges } from '../alignment/list-changes.ts'
import { answerGoalTree } from './answer-tree.ts'
import { readGoalTree } from './read-tree.ts'

/** What joins goals with the work that is to move them. */
export const treeVerbs: readonly AreaVerb[] = [
  areaVerb({
    area: 'strategy',
    verb: 'tree',
    operation: readGoalTree,
    finish: answerGoalTree,
    page: '/direction/goals/tree',
    inputs: {
      goals: {
        en: 'current for those ahead and what they are part of, all also for those that were reached, missed or dropped; current where it is left out.',
        de: 'current für die, die vor uns liegen, und wovon sie Teil sind, all auch für erreichte, verfehlte und aufgegebene; ohne Angabe current.',
      },
      language: { en: 'Language of the reasons.', de: 'Sprache der Begründungen.' },
    },
    answer: {
      en: 'Goals in the order of their tree, each with its depth, progress, last check-in, time, bets with the day of 85 % and the chance to be done before the goal is due, and how many changes of the last 13 weeks reached it; of work, never of people.',
      de: 'Ziele in der Reihenfolge ihres Baums, jedes mit Tiefe, Fortschritt, letztem Zwischenstand, Zeit, Wetten mit dem 85-%-Tag und der Chance, fertig zu sein, bevor das Ziel fällig ist, und wie viele Änderungen der letzten 13 Wochen es erreichten; von Arbeit, nie von Personen.',
    },
  }),
  areaVerb({
    area: 'strategy',
    record: 'goal',
    verb: 'changes',
    operation: listGoalChanges,
    page: '/direction/goals/tree',
    inputs: {
      weeks: {
        en: 'How many weeks before now the window begins; 13 where it is left out.',
        de: 'Wie viele Wochen vor jetzt der Zeitraum beginnt; ohne Angabe 13.',
      },
      below: {
        en: 'With no only what reached the goal itself, not what reached goals that are part of it.',
        de: 'Mit no nur, was das Ziel selbst erreichte, nicht, was Ziele erreichte, die Teil von ihm sind.',
      },
      cursor: {
        en: 'Where the page begins, as `next` of the one before said.',
        de: 'Wo die Seite beginnt, wie es `next` der vorigen sagte.',
      },
      limit: {
        en: 'How many at most; 50 where it is left out.',
        de: 'Wie viele höchstens; ohne Angabe 50.',
      },
    },
    answer: {
      en: 'Changes, the newest first, each with its bets and how it came to them; no authors.',
      de: 'Änderungen, die neueste zuerst, jede mit ihren Wetten und dem Weg zu ihnen; keine Urheber.',
    },
  }),
]
