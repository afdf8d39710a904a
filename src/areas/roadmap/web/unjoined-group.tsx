import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { Group } from './allocation-queries.ts'
import { folderName } from './folder-name.ts'
import { allocationWords } from './words/words.ts'

interface UnjoinedGroupProps {
  readonly group: Group
  readonly mayAssign: boolean
  readonly onAssign: (bet: string, always: boolean) => void
  readonly onChoose: () => void
}

/** Changes that look alike: where they lie, some of them, and what can be done with them. */
export function UnjoinedGroup({ group, mayAssign, onAssign, onChoose }: UnjoinedGroupProps) {
  const words = useWords(allocationWords)
  const format = useFormat()
  const { proposal, hashes, latest, newest, repository } = group
  return (
    <li className="grid gap-x-8 gap-y-2 border-t border-rule py-3 focus-within:bg-sunk sm:grid-cols-[minmax(0,1fr)_auto] sm:px-2">
      <div className="min-w-0">
        <h2 className="font-medium wrap-anywhere">
          {folderName(group, words)} <span className="font-normal text-ink-3">{repository.name}</span>
        </h2>
        <p className="text-xs text-ink-3">
          {words('unjoined.count', { count: hashes.length, day: format.day(latest) })}
        </p>
        <ul className="mt-1 text-ink-2">
          {newest.slice(0, 3).map(({ hash, subject }) => (
            <li key={hash} className="truncate">
              {subject}
            </li>
          ))}
        </ul>
      </div>
      <div className="sm:text-right">
        <p className="mb-2 text-xs text-ink-3">
          {proposal
            ? words('unjoined.why', {
                share: format.share(proposal.share),
                sample: proposal.sample,
                bet: proposal.bet,
              })
            : words('unjoined.noProposal')}
        </p>
        {mayAssign && (
          <div className="flex flex-wrap gap-2 sm:justify-end" data-print="no">
            {proposal ? (
              <>
                <button
                  type="button"
                  data-first
                  className="button-primary"
                  onClick={() => onAssign(proposal.bet, false)}
                >
                  {words('unjoined.assign', { bet: proposal.bet })}
                </button>
                <button
                  type="button"
                  data-key="r"
                  aria-keyshortcuts="r"
                  className="button"
                  onClick={() => onAssign(proposal.bet, true)}
                >
                  {words('unjoined.always')}
                </button>
                <button
                  type="button"
                  data-key="a"
                  aria-keyshortcuts="a"
                  className="button"
                  onClick={onChoose}
                >
                  {words('unjoined.other')}
                </button>
              </>
            ) : (
              <button
                type="button"
                data-first
                data-key="a"
                aria-keyshortcuts="a"
                className="button"
                onClick={onChoose}
              >
                {words('unjoined.choose')}
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
