import { deliveredWithin, deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, shareOf, tooFew } from './figure.ts'
import { investmentKind, investmentKinds } from './investment-kind.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { weeklySeries } from './weekly-series.ts'

const changesNeeded = 5

export const investmentMix: Measure = {
  ...deliveryScopes,
  id: 'delivery.investment-mix',
  version: 1,
  unit: 'share',
  title: { en: 'Investment mix', de: 'Verteilung des Aufwands' },
  definition: {
    en: 'Share of delivered changes that are features, and beside it every other kind. From git alone the kind follows from the Conventional Commit type: feat is feature; fix, revert, perf and test are reliability; refactor and ci are foundation; build, docs, chore and style are upkeep. In a merge its own type decides, else the weightiest of the commits it brings (feature, reliability, foundation, upkeep). Without a type, a change of nothing but tests is reliability, of nothing but build pipelines foundation, of nothing but documentation or dependency manifests upkeep; what bots deliver is upkeep. No type announces learning. The rest is unclassified and always shown. It counts changes, not effort.',
    de: 'Anteil der gelieferten Änderungen, die neue Funktionen sind, daneben jede andere Art. Aus Git allein folgt die Art aus dem Typ nach Conventional Commits: feat ist Funktion; fix, revert, perf und test sind Zuverlässigkeit; refactor und ci sind Fundament; build, docs, chore und style sind Pflege. Bei einem Merge entscheidet sein eigener Typ, sonst der gewichtigste der Commits, die er hereinbringt (Funktion, Zuverlässigkeit, Fundament, Pflege). Ohne Typ ist eine Änderung nur an Tests Zuverlässigkeit, nur an Build-Pipelines Fundament, nur an Dokumentation oder Abhängigkeitslisten Pflege; was Bots liefern, ist Pflege. Lernen kündigt kein Typ an. Der Rest ist nicht zugeordnet und wird immer gezeigt. Gezählt werden Änderungen, nicht Aufwand.',
  },
  sampleRule: {
    en: 'At least five delivered changes that could be classified; the coverage is their share.',
    de: 'Mindestens fünf gelieferte Änderungen, die sich zuordnen ließen; die Abdeckung ist ihr Anteil.',
  },
  sources: ['https://www.conventionalcommits.org/en/v1.0.0/'],
  partNames: {
    feature: { en: 'Feature', de: 'Funktion' },
    foundation: { en: 'Foundation', de: 'Fundament' },
    reliability: { en: 'Reliability', de: 'Zuverlässigkeit' },
    learning: { en: 'Learning', de: 'Lernen' },
    upkeep: { en: 'Upkeep', de: 'Pflege' },
    unclassified: { en: 'Unclassified', de: 'Nicht zugeordnet' },
  },
  compute: computeInvestmentMix,
}

function computeInvestmentMix(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const { history } = evidence
  if (history.length === 0) return noFigure({ code: 'empty-history' })
  const window = deliveryWindow(evidence, asked)
  const changes = Array.from(deliveredWithin(evidence, scope, window), (commit) => ({
    commit,
    at: history.committedAt[commit] ?? Number.NaN,
    kind: investmentKind(evidence, commit),
  }))
  if (changes.length === 0) return noFigure(tooFew('changes', changesNeeded, 0))

  const countOf = (kind: string) => changes.filter((change) => change.kind === kind).length
  const classified = changes.length - countOf('unclassified')
  const known = {
    sample: changes.length,
    coverage: classified / changes.length,
    parts: Object.fromEntries(investmentKinds.map((kind) => [kind, countOf(kind) / changes.length])),
    facts: changes.map((change) => change.commit),
  }
  if (classified < changesNeeded) return noFigure(tooFew('changes', changesNeeded, classified), known)
  const series = weeklySeries(
    window,
    changes.map(({ at, kind }) => ({ at, value: kind === 'feature' ? 1 : 0 })),
    (values) => shareOf(values.filter((value) => value === 1).length, values.length),
  )
  return { ...known, value: countOf('feature') / changes.length, series }
}
