import { z } from 'zod'
import { Refusal, type Kernel } from '#kernel'
import { evidenceSettings, sourceRules } from '../facts/evidence-settings.ts'
import { allowedSource, type SourceRules } from '../git/allowed-source.ts'

/** What is sent to add a repository. */
export const askedSource = z.strictObject({
  source: z.string().trim().min(1).max(4096),
  name: z.string().max(200).optional(),
})

/**
 * Looks at what somebody named as a repository, before any transaction: is it there, may it be read, may its host be
 * reached. Gives the input of `repository.add`; refuses what `allowedSource` refuses.
 */
export async function vetSource(kernel: Kernel, input: unknown) {
  return vetSourceBy(sourceRules(evidenceSettings(kernel)), input)
}

/** The same by rules at hand, for a process without settings of its own. */
export async function vetSourceBy(rules: SourceRules, input: unknown) {
  const parsed = askedSource.safeParse(input)
  if (!parsed.success) {
    const unknown = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys')?.keys[0]
    if (unknown !== undefined) throw notKnown(unknown.slice(0, 60))
    throw new Refusal(
      'invalid',
      {
        en: 'The path or address of a repository is missing.',
        de: 'Der Pfad oder die Adresse eines Repositorys fehlt.',
      },
      { en: 'Send it as "source".', de: 'Schicke es als „source“.' },
    )
  }
  const { source, name } = parsed.data
  const allowed = await allowedSource(source, rules)
  const named = name === undefined ? {} : { name }
  if (allowed.kind === 'remote') return { kind: 'url' as const, source: allowed.url, ...named }
  const { root, gitDir, commonDir } = allowed.repository
  const places = [...new Set([root, gitDir, commonDir])]
  return { kind: 'path' as const, source: root, places, ...named }
}

function notKnown(name: string): Refusal {
  const message = {
    en: `“${name}” does not belong to a repository that is added.`,
    de: `„${name}“ gehört nicht zu einem Repository, das hinzugefügt wird.`,
  }
  const hint = {
    en: 'Send “source” and, if you like, “name”.',
    de: 'Schicke „source“ und, wenn Du willst, „name“.',
  }
  return new Refusal('invalid', message, hint, [{ path: name, message }])
}
