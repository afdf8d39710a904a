import { hasFlag } from '../history/history.ts'
import { deliveryScopes, deliveryWindow } from './delivery-scopes.ts'
import type { Evidence } from './evidence.ts'
import { noFigure, shareOf, tooFew } from './figure.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { changesIn, isByBots } from './scope-changes.ts'
import { weeklySeries } from './weekly-series.ts'
import { isWithin } from './windows.ts'

const changesNeeded = 5

export const assistedShare: Measure = {
  ...deliveryScopes,
  id: 'delivery.assisted-share',
  version: 1,
  unit: 'share',
  title: { en: 'Changes with a coding agent', de: 'Änderungen mit Coding-Agent' },
  definition: {
    en: 'Share of the changes (commits that are no merges) committed in the window that name a coding agent as author, committer or co-author. What an agent did without being named is not seen.',
    de: 'Anteil der im Zeitraum committeten Änderungen (Commits, die keine Merges sind), die einen Coding-Agenten als Autor, Committer oder Mitautor nennen. Was ein Agent tat, ohne genannt zu werden, bleibt unsichtbar.',
  },
  sampleRule: { en: 'At least five changes.', de: 'Mindestens fünf Änderungen.' },
  sources: ['https://git-scm.com/docs/git-interpret-trailers'],
  partNames: {
    withoutBots: {
      en: 'Share without changes by bots that are no agents',
      de: 'Anteil ohne Änderungen von Bots, die keine Agenten sind',
    },
  },
  compute: computeAssistedShare,
}

function computeAssistedShare(evidence: Evidence, scope: Scope, asked: Window | null): Figure {
  const { history } = evidence
  if (history.length === 0) return noFigure({ code: 'empty-history' })
  const window = deliveryWindow(evidence, asked)
  const instantOf = (commit: number) => history.committedAt[commit] ?? Number.NaN
  const isAssisted = (commit: number) => hasFlag(history, commit, 'assisted')
  const changes = changesIn(evidence, scope).filter((commit) => isWithin(window, instantOf(commit)))
  const assisted = changes.filter(isAssisted)
  const known = {
    sample: changes.length,
    series: weeklySeries(
      window,
      Array.from(changes, (commit) => ({ at: instantOf(commit), value: isAssisted(commit) ? 1 : 0 })),
      (values) => shareOf(values.filter((value) => value === 1).length, values.length),
    ),
    facts: [...assisted],
  }
  if (changes.length < changesNeeded) return noFigure(tooFew('changes', changesNeeded, changes.length), known)

  const ofBots = changes.filter((commit) => isByBots(history, commit) && !isAssisted(commit)).length
  const mixed = ofBots > 0 && changes.length - ofBots >= changesNeeded
  return {
    ...known,
    value: assisted.length / changes.length,
    ...(mixed ? { parts: { withoutBots: assisted.length / (changes.length - ofBots) } } : {}),
  }
}
