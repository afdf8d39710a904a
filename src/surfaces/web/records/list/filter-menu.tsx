import { useQuery } from '@tanstack/react-query'
import { parseKey, type RecordDefinition } from '#kernel/shape.ts'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { fieldWords } from '#kit/fields/words/words.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Menu } from '#kit/page/menu.tsx'
import { recordQuery } from '#kit/records/record-queries.ts'
import { filterFields, type Filters } from '../list-view.ts'
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
          if (field.kind === 'tags')
            return <TagFilter key={name} {...{ name, filters, put }} label={field.label[language]} />
          const { required: _, help: __, ...bare } = { required: undefined, help: undefined, ...field }
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

interface FilterValueProps {
  readonly definition: RecordDefinition
  readonly name: string
  readonly value: string
}

/** What a list is narrowed to, in words: of a record its title. */
export function FilterValue({ definition, name, value }: FilterValueProps) {
  const language = useLanguage()
  const terms = useWords(fieldWords)
  const field = definition.fields[name]
  const isRecord = field?.kind === 'reference' || field?.kind === 'person'
  const { data } = useQuery({ ...recordQuery(value), enabled: isRecord })
  if (isRecord) return data?.title ?? value
  if (field && 'choices' in field) return field.choices[value]?.[language] ?? value
  return field?.kind === 'yes-no' ? terms(value === 'true' ? 'yes' : 'no') : value
}
