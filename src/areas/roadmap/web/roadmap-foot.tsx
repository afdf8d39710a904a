import { Link } from '@tanstack/react-router'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { roadmapWords } from './words.ts'

interface RoadmapFootProps {
  /** Names of repositories whose history has not been read yet. */
  readonly unread: readonly string[]
  /** Whether there is anything to be explained. */
  readonly isDrawn: boolean
}

/** How the picture is to be read, what it leaves out, and the lists that belong to it. */
export function RoadmapFoot({ unread, isDrawn }: RoadmapFootProps) {
  const words = useWords(roadmapWords)
  const mayLead = useMay()(leadership)
  return (
    <footer className="mt-8 flex max-w-[80ch] flex-col gap-4 text-xs text-ink-3">
      {isDrawn && <Legend />}
      {unread.length > 0 && <p>{words('unread', { names: unread.join(', ') })}</p>}
      <nav aria-label={words('foot.title')}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          <FootLink to="/direction/bets" label={words('foot.bets')} />
          <FootLink to="/direction/breaks" label={words('foot.breaks')} />
          <FootLink to="/direction/strategies" label={words('foot.strategies')} />
          {mayLead && <FootLink to="/direction/pivots" label={words('foot.pivots')} />}
        </ul>
      </nav>
    </footer>
  )
}

function Legend() {
  const words = useWords(roadmapWords)
  return (
    <p className="text-pretty">
      {words('legend.band')} {words('legend.care')}{' '}
      <span className="mx-0.5 inline-block size-1.75 rotate-45 bg-ink" aria-hidden="true" />{' '}
      {words('legend.wanted')}{' '}
      <span
        className="inline-block h-3 w-4 translate-y-0.5 bg-sunk [print-color-adjust:exact]"
        aria-hidden="true"
      />{' '}
      {words('legend.breaks')}
    </p>
  )
}

interface FootLinkProps {
  readonly to: '/direction/bets' | '/direction/breaks' | '/direction/strategies' | '/direction/pivots'
  readonly label: string
}

function FootLink({ to, label }: FootLinkProps) {
  return (
    <li>
      <Link to={to} className="inline-block py-1 text-base text-accent underline underline-offset-2">
        {label}
      </Link>
    </li>
  )
}
