import { dayOrder, defineRecord, type Words } from '#kernel/shape.ts'
import { spellingsOfDays, workingDays } from './working-days.ts'

const work: Words = {
  en: 'To know who works here, since when and with whom.',
  de: 'Um zu wissen, wer hier arbeitet, seit wann und mit wem.',
}
const mentions: Words = {
  en: 'To recognise mentions and to draw who knows which component; never for a figure about the person.',
  de: 'Um Erwähnungen zu erkennen und zu zeichnen, wer welche Komponente kennt; nie für eine Zahl über die Person.',
}
const afterTwoYears = (purpose: Words) => ({ purpose, deleteAfterDays: 730 })

/** Somebody who works here. */
export const person = defineRecord({
  type: 'person',
  collection: 'people',
  area: 'team',
  prefix: 'PERSON',
  names: { one: { en: 'Person', de: 'Person' }, many: { en: 'People', de: 'Personen' } },
  purpose: {
    en: 'Somebody who works here: role, team, and when; never a figure about their work.',
    de: 'Jemand, der hier arbeitet: Rolle, Team und Zeiten; nie eine Zahl über die Arbeit.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'name',
  ends: 'end',
  check: (values) =>
    dayOrder(values, ['start', 'end'], {
      en: 'End lies before the start.',
      de: 'Austritt liegt vor dem Eintritt.',
    }),
  groups: {
    work: { en: 'Work', de: 'Arbeit' },
    time: { en: 'Time', de: 'Zeit' },
    identities: { en: 'Identities', de: 'Identitäten' },
  },
  fields: {
    name: {
      kind: 'short-text',
      label: { en: 'Name', de: 'Name' },
      required: true,
      longest: 120,
      personal: afterTwoYears(work),
    },
    email: {
      kind: 'email',
      label: { en: 'E-mail', de: 'E-Mail' },
      personal: {
        purpose: { en: 'To reach and invite them.', de: 'Um sie zu erreichen und einzuladen.' },
        deleteAfterDays: 90,
        audience: 'leadership',
      },
    },
    role: {
      kind: 'short-text',
      label: { en: 'Role', de: 'Rolle' },
      group: 'work',
      personal: afterTwoYears(work),
    },
    team: {
      kind: 'reference',
      to: 'team',
      label: { en: 'Team', de: 'Team' },
      group: 'work',
      personal: afterTwoYears(work),
    },
    manager: {
      kind: 'person',
      label: { en: 'Manager', de: 'Führungskraft' },
      group: 'work',
      personal: afterTwoYears(work),
    },
    start: {
      kind: 'day',
      label: { en: 'Start', de: 'Eintritt' },
      group: 'time',
      personal: afterTwoYears(work),
    },
    end: { kind: 'day', label: { en: 'End', de: 'Austritt' }, group: 'time', personal: afterTwoYears(work) },
    workingDays: {
      kind: 'choices',
      label: { en: 'Working days', de: 'Arbeitstage' },
      choices: workingDays,
      also: spellingsOfDays,
      group: 'time',
      personal: afterTwoYears(work),
    },
    zone: {
      kind: 'short-text',
      label: { en: 'Time zone', de: 'Zeitzone' },
      help: { en: 'As in Europe/Berlin.', de: 'Wie in Europe/Berlin.' },
      longest: 60,
      names: 'zone',
      group: 'time',
      personal: afterTwoYears(work),
    },
    identities: {
      kind: 'rows',
      label: { en: 'Identities', de: 'Identitäten' },
      help: {
        en: 'Names and addresses in git and forges.',
        de: 'Namen und Adressen in Git und auf Plattformen.',
      },
      most: 20,
      group: 'identities',
      personal: { purpose: mentions, deleteAfterDays: 90, audience: 'leadership' },
      columns: {
        source: {
          kind: 'choice',
          label: { en: 'Source', de: 'Quelle' },
          required: true,
          choices: {
            git: { en: 'git address', de: 'Git-Adresse' },
            github: { en: 'GitHub', de: 'GitHub' },
            gitlab: { en: 'GitLab', de: 'GitLab' },
          },
        },
        identity: {
          kind: 'short-text',
          label: { en: 'Name or address', de: 'Name oder Adresse' },
          required: true,
        },
      },
    },
  },
})
