import { useQuery } from '@tanstack/react-query'
import { parseKey, type Field, type RecordDefinition } from '#kernel/shape.ts'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { fieldWords } from '#kit/fields/words/words.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Menu } from '#kit/page/menu.tsx'
import { recordQuery } from '#kit/records/record-queries.ts'
import { filterFields, filterNamed, isRange, type Filters } from '../list-view.ts'
import { recordWords } from '../words/words.ts'

interface FilterMenuProps {
  readonly definition: RecordDefinition
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** One choice for each field that a list can be narrowed by. */
export function FilterMenu({ definition, filters, onChange }: FilterMenuProps) {
  const words = useWords(recordWords)
  const fieldTerms = useWords(fieldWords)
  const language = useLanguage()
  const fields = filterFields(definition)
  if (fields.length === 0) return null
  const put = (name: string, value: string) => {
    const { [name]: _, ...rest } = filters
    onChange(value === '' ? rest : { ...rest, [name]: value })
  }
  return (
    <Menu label={words('list.filter')} isActive={Object.keys(filters).length > 0}>
      <div className="flex w-72 flex-col gap-3">
        {fields.map(([name, field]) => {
          if ('choices' in field || field.kind === 'yes-no') {
            const choices =
              'choices' in field
                ? Object.entries(field.choices).map(([word, said]) => [word, said[language]] as const)
                : ([
                    ['true', fieldTerms('yes')],
                    ['false', fieldTerms('no')],
                  ] as const)
            return (
              <label key={name} className="flex flex-col gap-1">
                <span className="font-medium">{field.label[language]}</span>
                <select
                  value={filters[name] ?? ''}
                  onChange={(event) => put(name, event.target.value)}
                  className="input select w-full pr-6"
                >
                  <option value="">{words('list.any')}</option>
                  {choices.map(([word, said]) => (
                    <option key={word} value={word}>
                      {said}
                    </option>
                  ))}
                </select>
              </label>
            )
          }
          if (isRange(field)) return <RangeFilter key={name} {...{ name, field, filters, put }} />
          if (field.kind === 'tags')
            return <TagFilter key={name} {...{ name, filters, put }} label={field.label[language]} />
          const { label, kind } = field
          // A list is narrowed to one of several records.
          const one: Field = kind === 'references' ? { kind: 'reference', to: field.to, label } : field
          const { required: _, help: __, ...bare } = { required: undefined, help: undefined, ...one }
          return (
            <FieldInput
              key={name}
              name={name}
              field={bare}
              value={filters[name] ?? null}
              onChange={(value) => {
                if (value === null) put(name, '')
                else if (typeof value === 'string' && parseKey(value)) put(name, value.trim().toUpperCase())
              }}
            />
          )
        })}
      </div>
    </Menu>
  )
}

interface TagFilterProps {
  readonly name: string
  readonly label: string
  readonly filters: Filters
  readonly put: (name: string, value: string) => void
}

function TagFilter({ name, label, filters, put }: TagFilterProps) {
  return (
    <label className="flex flex-col gap-1">
      <span className="font-medium">{label}</span>
      <input
        type="text"
        autoComplete="off"
        defaultValue={filters[name] ?? ''}
        onBlur={(event) => put(name, event.target.value.trim().toLowerCase())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') put(name, event.currentTarget.value.trim().toLowerCase())
        }}
        className="input w-full"
      />
    </label>
  )
}

interface RangeFilterProps extends Omit<TagFilterProps, 'label'> {
  readonly field: Field
}

/** From and to, either of which may be left open. */
function RangeFilter({ name, field, filters, put }: RangeFilterProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const label = field.label[language]
  const isDay = field.kind === 'day'
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex items-center gap-2">
        {(['at-least', 'at-most'] as const).map((end) => (
          <input
            key={end}
            type={isDay ? 'date' : 'number'}
            step={isDay ? undefined : 'any'}
            aria-label={words(isDay ? `filter.day.${end}` : `filter.${end}`, { name: label })}
            placeholder={end === 'at-least' ? '≥' : '≤'}
            defaultValue={filters[`${name}.${end}`] ?? ''}
            onBlur={(event) => put(`${name}.${end}`, event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') put(`${name}.${end}`, event.currentTarget.value)
            }}
            className="input w-full min-w-0"
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What a filter is called: of a range, which end of it. */
export function useFilterName(definition: RecordDefinition): (name: string) => string {
  const words = useWords(recordWords)
  const language = useLanguage()
  return (name) => {
    const filter = filterNamed(definition, name)
    const label = definition.fields[filter?.field ?? name]?.label[language] ?? name
    if (!filter || filter.is === 'equal') return label
    const isEnd = filter.is === 'at-least' || filter.is === 'at-most'
    const isDay = definition.fields[filter.field]?.kind === 'day'
    return words(isEnd && isDay ? `filter.day.${filter.is}` : `filter.${filter.is}`, { name: label })
  }
}

interface FilterValueProps {
  readonly definition: RecordDefinition
  readonly name: string
  readonly value: string
}

/** What a list is narrowed to, in words: of a record its title; nothing where the name says it all. */
export function FilterValue({ definition, name, value }: FilterValueProps) {
  const language = useLanguage()
  const terms = useWords(fieldWords)
  const format = useFormat()
  const filter = filterNamed(definition, name)
  const field = definition.fields[filter?.field ?? name]
  const isRecord = field?.kind === 'reference' || field?.kind === 'references' || field?.kind === 'person'
  const { data } = useQuery({ ...recordQuery(value), enabled: isRecord })
  if (isRecord) return data?.title ?? value
  if (filter?.is === 'empty' || filter?.is === 'set') return null
  if (field?.kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(value)) return format.day(value)
  if (field && 'choices' in field) return field.choices[value]?.[language] ?? value
  return field?.kind === 'yes-no' ? terms(value === 'true' ? 'yes' : 'no') : value
}
