import type { ReactNode } from 'react'

/** A picture with the table that says the same exactly: side by side where there is room. */
export function PictureAndTable({
  picture,
  table,
}: {
  readonly picture: ReactNode
  readonly table: ReactNode
}) {
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[11fr_9fr]">
      <div className="min-w-0">{picture}</div>
      <div className="min-w-0">{table}</div>
    </div>
  )
}
