import { Link } from '@tanstack/react-router'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'

export function AddRepositoryLink() {
  const words = useWords(kitWords)
  return (
    <Link
      to="/repositories"
      className="mt-4 inline-flex h-8 items-center rounded-xs bg-accent px-3 font-medium text-on-accent"
    >
      {words('page.addRepository')}
    </Link>
  )
}
