import type { CountedThing, Language, MissingSource, Reason, Text } from './measure.ts'

/** Says in a sentence or two why there is no figure. */
export function reasonText(reason: Reason, language: Language): string {
  return wordsFor(reason)[language]
}

function wordsFor(reason: Reason): Text {
  if (reason.code === 'too-few') return tooFewWords(reason)
  if (reason.code === 'no-data') return missing[reason.source]
  if (reason.code === 'not-read-yet') return notReadYet[reason.what]
  if (reason.code === 'group-too-small') {
    return {
      en: `Shown only for groups of at least ${reason.needed} people, so that it says nothing about one of them.`,
      de: `Nur für Gruppen ab ${reason.needed} Personen, damit die Zahl nichts über eine einzelne sagt.`,
    }
  }
  if (reason.code === 'not-half-yet') {
    return {
      en: 'Fewer than half of the newcomers have had their tenth delivered change so far.',
      de: 'Bisher hatte weniger als die Hälfte der Neuen ihre zehnte gelieferte Änderung.',
    }
  }
  return { en: 'The repository has no commits yet.', de: 'Das Repository enthält noch keine Commits.' }
}

function tooFewWords({ what, needed, got }: Extract<Reason, { code: 'too-few' }>): Text {
  const name = counted(what, needed)
  return {
    en: `Too few for a figure: it needs at least ${needed} ${name.en}, and there ${got === 1 ? 'is' : 'are'} ${got}.`,
    de: `Zu wenig für eine Zahl: Nötig ${needed === 1 ? 'ist' : 'sind'} mindestens ${needed} ${name.de}, vorhanden: ${got}.`,
  }
}

function counted(what: CountedThing, count: number): Text {
  const [one, many] = things[what]
  return count === 1 ? one : many
}

const things: Record<CountedThing, readonly [one: Text, many: Text]> = {
  changes: [
    { en: 'change', de: 'Änderung' },
    { en: 'changes', de: 'Änderungen' },
  ],
  releases: [
    { en: 'release', de: 'Release' },
    { en: 'releases', de: 'Releases' },
  ],
  deployments: [
    { en: 'deployment', de: 'Deployment' },
    { en: 'deployments', de: 'Deployments' },
  ],
  'failed-deployments': [
    {
      en: 'failed deployment with a known recovery',
      de: 'fehlgeschlagenes Deployment mit bekannter Wiederherstellung',
    },
    {
      en: 'failed deployments with a known recovery',
      de: 'fehlgeschlagene Deployments mit bekannter Wiederherstellung',
    },
  ],
  files: [
    { en: 'file', de: 'Datei' },
    { en: 'files', de: 'Dateien' },
  ],
  weeks: [
    { en: 'full week of history', de: 'volle Woche Historie' },
    { en: 'full weeks of history', de: 'volle Wochen Historie' },
  ],
  incidents: [
    { en: 'incident', de: 'Störung' },
    { en: 'incidents', de: 'Störungen' },
  ],
  reviews: [
    { en: 'reviewed change', de: 'Änderung mit Review' },
    { en: 'reviewed changes', de: 'Änderungen mit Review' },
  ],
  newcomers: [
    { en: 'newcomer', de: 'neue Person' },
    { en: 'newcomers', de: 'neue Personen' },
  ],
  lines: [
    { en: 'line', de: 'Zeile' },
    { en: 'lines', de: 'Zeilen' },
  ],
}

const notReadYet: Record<'lines' | 'files', Text> = {
  lines: { en: 'The lines have not been counted yet.', de: 'Die Zeilen sind noch nicht gezählt.' },
  files: { en: 'The files have not been read yet.', de: 'Die Dateien sind noch nicht gelesen.' },
}

const missing: Record<MissingSource, Text> = {
  deployments: {
    en: 'No data yet: no source has told of a deployment to production.',
    de: 'Noch keine Daten: Keine Quelle hat bisher ein Deployment in die Produktion gemeldet.',
  },
  incidents: {
    en: 'No data yet: no source tells of incidents.',
    de: 'Noch keine Daten: Keine Quelle meldet Störungen.',
  },
  forge: {
    en: 'No data yet: this needs the change requests of a forge such as GitHub or GitLab.',
    de: 'Noch keine Daten: Dafür braucht es die Pull oder Merge Requests einer Plattform wie GitHub oder GitLab.',
  },
  'whole-history': {
    en: 'This needs the whole history, and the clone is shallow: git fetch --unshallow brings the rest.',
    de: 'Dafür braucht es die ganze Historie, und der Klon ist flach: git fetch --unshallow holt den Rest.',
  },
  releases: {
    en: 'No data yet: there is no release (a tag with a version) and no source of deployments.',
    de: 'Noch keine Daten: Es gibt weder ein Release (ein Tag mit Version) noch eine Quelle für Deployments.',
  },
}
