import { Link } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { VisionEditionShape } from '../edition-shape.ts'
import { visionWords } from './words/words.ts'

const link = 'text-accent underline underline-offset-2'

/** All editions, each to be read, and the earlier ones to be compared with the one that is read. */
export function Editions({ shown: { key, edition, editions } }: { readonly shown: VisionEditionShape }) {
  const words = useWords(visionWords)
  const format = useFormat()
  const newest = editions[0]?.edition
  return (
    <section aria-label={words('editions.title')} className="border-t border-rule pt-10" data-print="no">
      <h2 className="text-lg font-semibold tracking-tight">{words('editions.title')}</h2>
      <ol className="mt-3 flex flex-col gap-3">
        {editions.map((each) => (
          <li key={each.edition}>
            <p className="flex flex-wrap items-baseline gap-x-3">
              {each.edition === edition ? (
                <span className="font-medium">{words('editions.read', { edition: each.edition })}</span>
              ) : (
                <Link
                  to="/direction/vision"
                  search={{ of: key, ...(each.edition !== newest && { edition: each.edition }) }}
                  className={link}
                >
                  {words('editions.read', { edition: each.edition })}
                </Link>
              )}
              <span className="text-xs text-ink-3">{format.day(each.day)}</span>
              {each.edition === edition && (
                <span className="text-xs text-ink-3">{words('editions.here')}</span>
              )}
              {each.edition < edition && (
                <Link
                  to="/direction/vision"
                  search={{ of: key, ...(edition !== newest && { edition }), since: each.edition }}
                  className={`text-xs ${link}`}
                >
                  {words('editions.compare', { edition: each.edition })}
                </Link>
              )}
            </p>
            {each.note !== null && <p className="text-ink-2">{each.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
