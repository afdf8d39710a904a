import type { ReactNode } from 'react'

interface PageHeaderProps {
  readonly title: string
  readonly lead: string
  readonly aside?: ReactNode
}

export function PageHeader({ title, lead, aside }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
      <div className="max-w-[72ch]">
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 text-pretty text-ink-2">{lead}</p>
      </div>
      <div className="text-xs text-ink-3">{aside}</div>
    </header>
  )
}
