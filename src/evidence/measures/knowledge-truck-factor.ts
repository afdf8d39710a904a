import type { Evidence } from './evidence.ts'
import { noFigure, tooFew } from './figure.ts'
import { avelino, knowledgeScopes, truckFactorTool, unknowable } from './knowledge-scopes.ts'
import type { Figure, Measure, Scope } from './measure.ts'
import { headFilesIn } from './scope-files.ts'
import { scopeTruckFactor } from './truck-factor.ts'

export const truckFactorMeasure: Measure = {
  ...knowledgeScopes,
  scopes: ['repository', 'component'],
  id: 'knowledge.truck-factor',
  version: 1,
  unit: 'count',
  title: { en: 'Truck factor', de: 'Truck-Faktor' },
  counted: { one: { en: 'person', de: 'Person' }, other: { en: 'people', de: 'Personen' } },
  definition: {
    en: 'How many people would have to leave until fewer than half of the files at the head still had an author, by Avelino et al. (2016). Degree of authorship = 3.293 + 1.098 for the maker of the file + 0.164 × own changes − 0.321 × ln(1 + changes by others); making a file is no change, renaming it is one, and whoever added it a second time is a maker as well. Authors of a file are those above three quarters of its highest degree who also reach 3.293 or made it. While at least half of the files have an author, the person with most files is taken away and counted; at the end those with under a tenth of the first one’s files are not counted. The whole history without decay, renames followed, co-authors included, bots left out. 0 means that fewer than half of the files have an author to begin with.',
    de: 'Wie viele Personen gehen müssten, bis weniger als die Hälfte der Dateien am Head noch einen Autor hat, nach Avelino u. a. (2016). Grad der Autorschaft = 3,293 + 1,098 für den, der die Datei angelegt hat, + 0,164 × eigene Änderungen − 0,321 × ln(1 + Änderungen anderer); das Anlegen zählt nicht als Änderung, das Umbenennen schon, und wer eine Datei ein zweites Mal hinzufügt, gilt auch als Anleger. Autoren einer Datei sind alle über drei Vierteln ihres höchsten Grades, die außerdem 3,293 erreichen oder sie angelegt haben. Solange mindestens die Hälfte der Dateien einen Autor hat, wird die Person mit den meisten Dateien weggenommen und gezählt; am Ende zählen die nicht mit, die weniger als ein Zehntel der Dateien der ersten haben. Ganze Historie ohne Verfall, über Umbenennungen hinweg, mit Co-Autoren, ohne Bots. 0 heißt: Schon jetzt hat weniger als die Hälfte der Dateien einen Autor.',
  },
  sampleRule: {
    en: 'At least one file with an author. A shallow clone has no figure: its oldest commits look as if they had made every file.',
    de: 'Mindestens eine Datei mit Autor. Ein flacher Klon hat keine Zahl: Seine ältesten Commits sehen aus, als hätten sie jede Datei angelegt.',
  },
  sources: [avelino, truckFactorTool],
  partNames: {
    withoutGenerated: { en: 'Without generated files', de: 'Ohne erzeugte Dateien' },
    filesWithoutAuthor: { en: 'Files without an author', de: 'Dateien ohne Autor' },
  },
  window: () => null,
  compute: computeTruckFactor,
}

function computeTruckFactor(evidence: Evidence, scope: Scope): Figure {
  const files = headFilesIn(evidence, scope)
  const reason = unknowable(evidence, files.length)
  if (reason !== null) return noFigure(reason, { sample: files.length })
  const { factor, filesWithAuthor } = scopeTruckFactor(evidence, scope)
  if (factor === null) return noFigure(tooFew('files', 1, 0), { sample: files.length })
  const { factor: withoutGenerated } = scopeTruckFactor(evidence, scope, { withGenerated: false })
  return {
    value: factor,
    sample: files.length,
    parts: {
      ...(withoutGenerated === null ? {} : { withoutGenerated }),
      filesWithoutAuthor: files.length - filesWithAuthor,
    },
  }
}
