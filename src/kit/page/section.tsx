import { useId, type ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  /** One sentence on how to read it. */
  readonly lead?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, lead, actions, children }: SectionProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id={heading} className="text-md font-semibold">
            {title}
          </h2>
          {actions}
        </div>
        {lead !== undefined && <p className="mt-0.5 max-w-[72ch] text-pretty text-ink-2">{lead}</p>}
      </div>
      {children}
    </section>
  )
}
