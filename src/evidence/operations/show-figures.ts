import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import { loadEvidence } from '../facts/load-evidence.ts'
import { allMeasures } from '../measures/all-measures.ts'
import { bandOf } from '../measures/dora-bands.ts'
import type { Evidence } from '../measures/evidence.ts'
import { iso, toFigureShape } from '../measures/figure-shape.ts'
import type { Figure, Language, Measure, Scope, Window } from '../measures/measure.ts'
import { oncePerEvidence } from '../measures/once-per-evidence.ts'
import type { ExplainedFigure } from '../shape.ts'
import { assertMayRead, mayRead } from './audience.ts'
import { scopeOf, scopeQuery } from './scope-query.ts'

/** Every figure that there is for a repository or one of its components, with the words that explain it. */
export const showFigures = defineOperation({
  name: 'measure.list',
  summary: {
    en: 'Show every figure about a repository or one of its components, with what it means.',
    de: 'Jede Zahl zu einem Repository oder einer seiner Komponenten zeigen, und was sie bedeutet.',
  },
  input: scopeQuery,
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, input) {
    const { evidence, repository } = await loadEvidence(context, input.repository)
    const scope = scopeOf(evidence, input.component)
    const figures = allMeasures
      .filter((measure) => measure.scopes.includes(scope.kind) && mayRead(context.actor, measure.audience))
      .map((measure) => explained(evidence, measure, scope, input.weeks, input.language))
    return { generation: repository.generation, asOf: iso(evidence.asOf), figures }
  },
})

/** One figure, with the words that explain it. */
export const showFigure = defineOperation({
  name: 'measure.show',
  summary: { en: 'Show one figure, with what it means.', de: 'Eine Zahl zeigen, und was sie bedeutet.' },
  input: scopeQuery.extend({ measure: z.string() }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, input): Promise<ExplainedFigure> {
    const measure = findMeasure(input.measure)
    assertMayRead(context.actor, measure.audience)
    const { evidence } = await loadEvidence(context, input.repository)
    const scope = scopeOf(evidence, input.component)
    return explained(evidence, measure, scope, input.weeks, input.language)
  },
})

/** The measure of this id; refuses with `not-found`. */
export function findMeasure(id: string): Measure {
  const measure = allMeasures.find((each) => each.id === id)
  if (measure) return measure
  throw new Refusal(
    'not-found',
    { en: `There is no measure ${id}.`, de: `Es gibt keine Kennzahl ${id}.` },
    {
      en: 'Look at the list of measures for their ids.',
      de: 'Sieh in der Liste der Kennzahlen nach ihren Kennungen.',
    },
  )
}

/** The figure, computed once for each evidence, scope and window. */
export function figureOf(evidence: Evidence, measure: Measure, scope: Scope, weeks: number): Figure {
  const window = measure.window(evidence.asOf, weeks)
  return figureFor(evidence, measure, scope, window)
}

const remembered = oncePerEvidence(() => new Map<string, Figure>())

function figureFor(evidence: Evidence, measure: Measure, scope: Scope, window: Window | null): Figure {
  const figures = remembered(evidence)
  const key = JSON.stringify([measure.id, scope, window])
  const known = figures.get(key)
  if (known) return known
  const figure = measure.compute(evidence, scope, window)
  figures.set(key, figure)
  return figure
}

function explained(
  evidence: Evidence,
  measure: Measure,
  scope: Scope,
  weeks: number,
  language: Language,
): ExplainedFigure {
  const window = measure.window(evidence.asOf, weeks)
  const figure = figureOf(evidence, measure, scope, weeks)
  const band = bandOf(measure.id, figure)
  return {
    ...toFigureShape({ measure, scope, window, asOf: evidence.asOf }, figure, language),
    title: measure.title[language],
    ...(measure.counted && { counted: measure.counted[figure.value === 1 ? 'one' : 'other'][language] }),
    definition: measure.definition[language],
    sampleRule: measure.sampleRule[language],
    sources: measure.sources,
    partNames: Object.fromEntries(
      Object.entries(measure.partNames ?? {}).map(([part, name]) => [part, name[language]]),
    ),
    personNear: measure.personNear,
    audience: measure.audience,
    hasFacts: figure.facts !== undefined,
    before: window && !measure.personNear ? valueBefore(evidence, measure, scope, window) : null,
    ...(band ? { band: { name: band.band, year: band.year, source: band.source } } : {}),
  }
}

function valueBefore(evidence: Evidence, measure: Measure, scope: Scope, window: Window): number | null {
  const before = { from: 2 * window.from - window.to, to: window.from }
  return figureFor(evidence, measure, scope, before).value
}
