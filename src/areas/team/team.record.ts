import { defineRecord } from '#kernel/shape.ts'

/** A group of people with something of their own to look after. */
export const team = defineRecord({
  type: 'team',
  collection: 'teams',
  area: 'team',
  prefix: 'TEAM',
  names: { one: { en: 'Team', de: 'Team' }, many: { en: 'Teams', de: 'Teams' } },
  purpose: {
    en: 'A group of people and the components they own; through these, facts come to the team.',
    de: 'Eine Gruppe von Menschen und die Komponenten, die ihr gehören; über sie kommen Fakten zum Team.',
  },
  audience: 'company',
  writers: ['owner', 'leader'],
  title: 'name',
  fields: {
    name: { kind: 'short-text', label: { en: 'Name', de: 'Name' }, required: true, longest: 80 },
    kind: {
      kind: 'choice',
      label: { en: 'Kind', de: 'Art' },
      help: {
        en: 'As in Team Topologies: for whom it works decides what it may be asked for.',
        de: 'Wie in Team Topologies: Für wen es arbeitet, entscheidet, was man von ihm verlangen kann.',
      },
      required: true,
      choices: {
        'stream-aligned': { en: 'Stream-aligned', de: 'Stream-aligned' },
        platform: { en: 'Platform', de: 'Plattform' },
        enabling: { en: 'Enabling', de: 'Enabling' },
        'complicated-subsystem': { en: 'Complicated subsystem', de: 'Kompliziertes Teilsystem' },
      },
    },
    charter: {
      kind: 'markdown',
      label: { en: 'Charter', de: 'Auftrag' },
      help: {
        en: 'What the team is there for, for whom, and what it does not do.',
        de: 'Wofür das Team da ist, für wen, und was es nicht tut.',
      },
    },
    lead: { kind: 'person', label: { en: 'Lead', de: 'Leitung' } },
    components: {
      kind: 'rows',
      label: { en: 'Components', de: 'Komponenten' },
      help: {
        en: 'What the team owns, by the name of the component and its repository, with the days on which that began and ended.',
        de: 'Was dem Team gehört: Name der Komponente und ihr Repository, mit den Tagen, an denen das begann und endete.',
      },
      most: 200,
      columns: {
        repository: { kind: 'short-text', label: { en: 'Repository', de: 'Repository' }, required: true },
        component: { kind: 'short-text', label: { en: 'Component', de: 'Komponente' }, required: true },
        from: { kind: 'day', label: { en: 'From', de: 'Ab' }, required: true },
        until: { kind: 'day', label: { en: 'Until', de: 'Bis' } },
      },
    },
    parallel: {
      kind: 'number',
      label: { en: 'Bets at once', de: 'Wetten zugleich' },
      help: {
        en: 'How many bets the team works on side by side; one unless said, and fewer are done sooner.',
        de: 'An wie vielen Wetten das Team nebeneinander arbeitet; ohne Angabe an einer, und weniger sind früher fertig.',
      },
      whole: true,
      least: 1,
      most: 50,
    },
    documents: {
      kind: 'attachments',
      label: { en: 'Documents', de: 'Unterlagen' },
      help: {
        en: 'What the team has agreed on: ways of working, a plan for on-call, a map of what it owns.',
        de: 'Was das Team vereinbart hat: Arbeitsweise, Bereitschaftsplan, eine Karte dessen, was ihm gehört.',
      },
    },
  },
})
