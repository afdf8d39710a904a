import type { ScanPhase, ScanShape } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'

/** What is being read, how much of it is done, how fast, and how long it will take. */
export function ScanProgress({ scan }: { readonly scan: ScanShape }) {
  const words = useWords(kitWords)
  const format = useFormat()
  const { phase, done, of, perSecond, remainingSeconds } = scan
  const title = words(`scan.${phase}`)
  const counted = countedIn[phase] ?? 'scan.commits'
  const details = [
    of === null
      ? done > 0 && words('scan.progressOpen', { all: words(counted, { count: done }) })
      : words('scan.progress', { done, all: words(counted, { count: of }) }),
    perSecond !== null && words('scan.speed', { speed: Math.round(perSecond) }),
    remainingSeconds !== null && words('scan.remaining', { time: format.seconds(remainingSeconds) }),
  ].filter((part) => part !== false)
  return (
    <div className="w-full max-w-xl min-w-0 flex-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{title}</span>
        <span className="text-ink-2">{details.join(' · ')}</span>
      </div>
      <progress
        className="scan mt-2 block h-1 w-full"
        aria-label={title}
        {...(of === null ? {} : { value: done, max: Math.max(1, of) })}
      />
    </div>
  )
}

/** What a phase counts, where that is not commits. */
const countedIn: Partial<Record<ScanPhase, 'scan.files' | 'scan.objects'>> = {
  fetching: 'scan.objects',
  contents: 'scan.files',
}
