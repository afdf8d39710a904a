import { FigureButton, FigureSkeleton } from './figure-button.tsx'
import { useFigures } from './use-figures.ts'

/** Figures side by side in the order given; one that the server does not have is left out. */
export function FigureRow({ ids }: { readonly ids: readonly string[] }) {
  const { byId, isKnown } = useFigures()
  return (
    <div className={row}>
      {ids.map((id) => {
        const figure = byId.get(id)
        if (figure) return <FigureButton key={id} figure={figure} />
        return isKnown ? null : <FigureSkeleton key={id} />
      })}
    </div>
  )
}

/** Stands for a row of figures that is still to come. */
export function FigureRowSkeleton({ count }: { readonly count: number }) {
  return (
    <div className={row}>
      {Array.from({ length: count }, (_, index) => (
        <FigureSkeleton key={index} />
      ))}
    </div>
  )
}

const row = '-mb-4 grid grid-cols-2 gap-x-6 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]'
