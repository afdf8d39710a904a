import { kindOf, openFields, type Field, type RecordDefinition, type Words } from '#kernel/shape.ts'
import { listFilters } from '../../list-filters.ts'
import { flagOf } from './flags.ts'
import type { listOptions } from './record-verbs.ts'
import { silent, type Lines } from './usage-block.ts'

export function fieldLines(definition: RecordDefinition, verb: 'create' | 'change'): Lines {
  return openFields(definition).map(([name, field]) => {
    const isNeeded = verb === 'create' && field.required === true && field.kind !== 'state'
    return [`--${flagOf(name)} ${formOf(field)}`, describe(field, isNeeded)]
  })
}

export function filterLines(definition: RecordDefinition): Lines {
  const filters = listFilters(definition)
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const flags = filters
      .filter((filter) => filter.field === name)
      .map(
        (filter) =>
          `--${flagOf(filter.name)}${filter.is === 'empty' || filter.is === 'set' ? '' : ` ${formOf(field)}`}`,
      )
    return flags.map((flag, at) => [flag, at === 0 ? field.label : silent] as const)
  })
}

export function listLines({ names, title }: RecordDefinition): Lines {
  const told: Record<(typeof listOptions)[number], Lines[number]> = {
    title: [
      '--title WORDS',
      {
        en: 'words that the title holds, in any order',
        de: 'Wörter, die der Titel enthält, in beliebiger Reihenfolge',
      },
    ],
    sort: [
      '--sort NAME',
      {
        en: `a field or key, ${title}, created-at, updated-at; --sort=-NAME the other way round`,
        de: `ein Feld oder key, ${title}, created-at, updated-at; --sort=-NAME andersherum`,
      },
    ],
    after: [
      '--after CURSOR',
      { en: 'go on behind a page, as it said', de: 'hinter einer Seite weiter, wie sie es sagte' },
    ],
    limit: [
      '--limit N',
      {
        en: `how many ${names.many.en.toLowerCase()} at most, 1 to 200; else 50`,
        de: `wie viele ${names.many.de} höchstens, 1 bis 200; sonst 50`,
      },
    ],
    archived: [
      '--archived WHICH',
      {
        en: 'those in the archive: without, with or only; else without',
        de: 'die im Archiv: without (ohne sie), with (mit ihnen) oder only (nur sie); sonst without',
      },
    ],
  }
  return Object.values(told)
}

/** What is written behind the option of a field. */
function formOf(field: Field): string {
  switch (field.kind) {
    case 'choice':
    case 'state':
      return Object.keys(field.choices).join('|')
    case 'choices':
      return Object.keys(field.choices).join(',')
    case 'rows':
      // What may be left out stands in brackets; a share is given in percent.
      return `"${Object.entries(field.columns)
        .map(([name, { kind, required }]) => {
          const said = kind === 'percentage' ? `${name} %` : name
          return required ? said : `[${said}]`
        })
        .join(' | ')}"`
    case 'yes-no':
      return 'yes|no'
    case 'tags':
      return 'a,b'
    case 'references':
      return 'KEY,KEY'
    case 'reference':
    case 'person':
      return 'KEY'
    case 'attachments':
      return 'FILE'
    case 'day':
      return '2026-01-31'
    case 'money':
      return '"12.50 EUR"'
    default:
      return kindOf(field).column === 'text' ? 'TEXT' : kindOf(field).control.toUpperCase()
  }
}

function describe({ kind, label, help }: Field, isNeeded: boolean): Words {
  const times = timesOf(kind)
  return {
    en: `${isNeeded ? 'required. ' : ''}${label.en}.${help ? ` ${help.en}` : ''}${times.en}`,
    de: `${isNeeded ? 'erforderlich. ' : ''}${label.de}.${help ? ` ${help.de}` : ''}${times.de}`,
  }
}

/** What is said once for each part of a value; together they are the whole of it. */
function timesOf(kind: Field['kind']): Words {
  if (kind === 'rows') return { en: ' Once for each row.', de: ' Einmal für jede Zeile.' }
  if (kind !== 'attachments') return silent
  return {
    en: ' Once for each file; one that stays by its id.',
    de: ' Einmal für jede Datei; eine, die bleibt, mit ihrer Kennung.',
  }
}
