import type { Context } from 'hono'
import { Refusal } from '#kernel'

/** The tag of a version, for `ETag` and `If-Match`. */
export function tagOf(version: number): string {
  return `"${version}"`
}

/** The version that `If-Match` names; undefined without one. Compressing on the way makes a tag weak; it counts the same. */
export function versionOf(context: Context): number | undefined {
  const given = context.req.header('if-match')
  if (given === undefined) return undefined
  const version = /^(?:W\/)?"([1-9]\d{0,8})"$/.exec(given.trim())?.[1]
  if (version !== undefined) return Number(version)
  throw new Refusal(
    'invalid',
    { en: 'If-Match names no version of a record.', de: 'If-Match nennt keine Version eines Datensatzes.' },
    {
      en: 'Send the ETag of the record as it was read, as in "3".',
      de: 'Schicke das ETag des Datensatzes, wie er gelesen wurde, wie "3".',
    },
  )
}

/** The body with the version in it, from wherever it came; refuses two that contradict each other. */
export function withVersion(
  body: Readonly<Record<string, unknown>>,
  version: number | undefined,
): Readonly<Record<string, unknown>> {
  if (version === undefined) return body
  if (body['version'] === undefined || body['version'] === version) return { ...body, version }
  throw new Refusal(
    'invalid',
    {
      en: 'If-Match and the body name different versions.',
      de: 'If-Match und der Inhalt nennen verschiedene Versionen.',
    },
    { en: 'Name the version once.', de: 'Nenne die Version einmal.' },
  )
}
