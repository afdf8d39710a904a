import type { ReactNode } from 'react'

/** Words in the place of figures: what will stand here, or why nothing does. */
export function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="max-w-[64ch] border-l-2 border-rule-strong py-1 pl-5">
      <p className="text-md font-medium">{title}</p>
      <div className="mt-1 text-ink-2">{children}</div>
    </div>
  )
}
