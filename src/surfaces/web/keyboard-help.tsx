import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '#kit/language/words.ts'
import { paletteKeys } from './palette/palette-keys.ts'
import { usePages } from './use-pages.ts'
import { shellWords } from './words/words.ts'

/** What the keys do. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(shellWords)
  const pages = usePages()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    ref.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) setTimeout(() => before.focus({ preventScroll: true }))
    }
  }, [])
  return (
    <dialog
      ref={ref}
      aria-label={words('help.title')}
      onClose={onClose}
      className="m-auto w-[22rem] max-w-[calc(100vw-2rem)] md:w-[44rem] rounded-xs bg-raised p-6 text-ink shadow-raised"
    >
      <div className="mb-4 flex items-center justify-between">
        <h2 className="text-md font-semibold">{words('help.title')}</h2>
        <button
          type="button"
          onClick={onClose}
          aria-label={words('help.close')}
          className="hover:text-accent"
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      <div className="gap-x-10 md:columns-2">
        <Group title={words('help.go')}>
          {pages.map((page) => (
            <Keys key={page.to} name={words(page.word)} keys={['g', page.key]} />
          ))}
        </Group>
        <Group title={words('help.figures')}>
          <Keys name={words('help.next')} keys={[']']} />
          <Keys name={words('help.previous')} keys={['[']} />
          <Keys name={words('help.open')} keys={['Enter']} />
        </Group>
        <Group title={words('help.records')}>
          <Keys name={words('help.walk')} keys={['j', 'k']} joined={words('help.or')} />
          <Keys name={words('help.openRecord')} keys={['Enter']} />
          <Keys name={words('help.new')} keys={['n']} />
          <Keys name={words('help.search')} keys={['/']} />
          <Keys name={words('help.edit')} keys={['e']} />
          <Keys name={words('help.strand')} keys={['←', '→']} joined={words('help.or')} />
          <Keys name={words('help.undo')} keys={['u']} />
        </Group>
        <Group title={words('help.roadmap')}>
          <Keys name={words('help.moveBet')} keys={['Alt ↑', 'Alt ↓']} joined={words('help.or')} />
          <Keys name={words('help.zoom')} keys={['+', '-']} joined={words('help.or')} />
        </Group>
        <Group title={words('help.goals')}>
          <Keys name={words('help.tree')} keys={['↑', '↓']} joined={words('help.or')} />
          <Keys name={words('help.fold')} keys={['←', '→']} joined={words('help.or')} />
          <Keys name={words('help.checkIn')} keys={['c']} />
        </Group>
        <Group title={words('help.insights')}>
          <Keys name={words('help.keep')} keys={['y', 'x']} joined={words('help.or')} />
          <Keys name={words('help.speaksFor')} keys={['b', 'c']} joined={words('help.or')} />
          <Keys name={words('help.toldToday')} keys={['m']} />
        </Group>
        <Group title={words('help.other')}>
          <Keys name={words('help.palette')} keys={[paletteKeys()]} />
          <Keys name={words('help.close')} keys={['Esc']} />
          <Keys name={words('help.theme')} keys={['t']} />
          <Keys name={words('help.help')} keys={['?']} />
        </Group>
      </div>
    </dialog>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mb-4 break-inside-avoid last:mb-0">
      <h3 className="mb-1 text-xs text-ink-3">{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

interface KeysProps {
  readonly name: string
  readonly keys: readonly string[]
  /** Word between them, where not one follows the other. */
  readonly joined?: string
}

function Keys({ name, keys, joined }: KeysProps) {
  const words = useWords(shellWords)
  return (
    <div className="flex h-7 items-center justify-between">
      <dt>{name}</dt>
      <dd className="flex items-center gap-1 text-xs text-ink-3">
        {keys.map((key, index) => (
          <span key={key} className="contents">
            {index > 0 && (joined ?? words('help.then'))}
            <kbd className="min-w-5 rounded-xs border border-rule-strong px-1 text-center font-mono text-xs text-ink">
              {key}
            </kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}
