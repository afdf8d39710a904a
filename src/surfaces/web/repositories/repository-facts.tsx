import type { RepositoryShape } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { shellWords } from '../words/words.ts'

const counts = ['commits', 'merges', 'people', 'bots', 'releases', 'files'] as const

/** What was found in a repository, and what of it could not be read. */
export function RepositoryFacts({ repository }: { readonly repository: RepositoryShape }) {
  const words = useWords(shellWords)
  const format = useFormat()
  const { branch, head, firstCommitAt, lastCommitAt, shallow, boundaryCommits, partial, unreadable } =
    repository
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-ink-2">
        {counts.map((name) => (
          <span key={name}>{words(`repositories.${name}`, { count: repository[name] })}</span>
        ))}
        {firstCommitAt !== null && lastCommitAt !== null && (
          <span>
            {format.day(firstCommitAt) === format.day(lastCommitAt)
              ? format.day(lastCommitAt)
              : words('repositories.span', {
                  from: format.day(firstCommitAt),
                  to: format.day(lastCommitAt),
                })}
          </span>
        )}
        {head !== null && (
          <span>
            {branch !== null && `${words('repositories.branch')} ${branch} `}
            <span className="font-mono text-xs">{head.slice(0, 10)}</span>
          </span>
        )}
      </p>
      {shallow && <p className="text-ink-2">{words('repositories.shallow', { count: boundaryCommits })}</p>}
      {partial && <p className="text-ink-2">{words('repositories.partial')}</p>}
      {unreadable.length > 0 && (
        <p className="wrap-anywhere text-ink-2">
          {words('repositories.unreadable', {
            count: unreadable.length,
            hashes: unreadable.map((hash) => hash.slice(0, 10)).join(', '),
          })}
        </p>
      )}
    </>
  )
}
