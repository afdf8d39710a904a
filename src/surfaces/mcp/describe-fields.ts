import { kindOf, type Field, type JsonSchema, type RecordDefinition } from '#kernel/shape.ts'

/** The fields of a type as JSON schema, and what its states may become. */
export function describeFields(definition: RecordDefinition) {
  const own = Object.entries(definition.fields)
  const states = own.flatMap(([name, field]) =>
    field.kind === 'state' ? [{ field: name, begins: field.initial, mayBecome: field.transitions }] : [],
  )
  return {
    fields: {
      type: 'object',
      properties: Object.fromEntries(own.map(([name, field]) => [name, describeField(field)])),
      required: requiredFields(definition),
      additionalProperties: false,
    },
    ...(states[0] === undefined ? {} : { states: states[0] }),
  }
}

/** What a new record cannot do without; a state begins by itself. */
export function requiredFields({ fields }: RecordDefinition): string[] {
  return Object.entries(fields).flatMap(([name, { required, kind }]) =>
    required && kind !== 'state' ? [name] : [],
  )
}

function describeField(field: Field): JsonSchema {
  const said = [field.help?.en, ...more(field)].filter((each) => each !== undefined)
  return {
    title: field.label.en,
    ...(said.length === 0 ? {} : { description: said.join(' ') }),
    ...kindOf(field).jsonSchema(field),
    ...(field.written === undefined ? {} : { readOnly: true }),
  }
}

/** What a schema cannot say. */
function more(field: Field): string[] {
  const personal = [
    ...(field.personal ? [`About a person: ${field.personal.purpose.en}`] : []),
    ...(field.written ? [`Not written by hand: ${field.written.en}`] : []),
  ]
  if (field.kind === 'reference') return [`Key of a record of type ${field.to}.`, ...personal]
  if (field.kind === 'references') return [`Keys of records of type ${field.to}.`, ...personal]
  if (field.kind === 'person') return ['Key of a record of type person.', ...personal]
  if (field.kind === 'attachments') return ['Files as the tool upload answers them.', ...personal]
  if (field.kind === 'money') return ['The amount in whole minor units, cents for instance.', ...personal]
  return personal
}
