import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { AddRepositoryLink } from '#kit/page/add-repository-link.tsx'
import { Note } from '#kit/page/note.tsx'
import type { RoadmapForecast } from '../answer-forecast.ts'
import { roadmapWords } from './words.ts'

/** What has to be there before anything can be forecast; nothing where it is. */
export function FirstStep({ forecast }: { readonly forecast: RoadmapForecast }) {
  const words = useWords(roadmapWords)
  const mayAdd = useMay()(['owner'])
  const { data } = useQuery(repositoriesQuery)
  if (data?.repositories.length === 0) {
    return (
      <Note title={words('noRepository.title')}>
        <p>
          {words('noRepository.text')} {!mayAdd && words('noRepository.others')}
        </p>
        {mayAdd && <AddRepositoryLink />}
      </Note>
    )
  }
  if (forecast.teams.some(({ changes }) => changes !== null)) return null
  const missing = forecast.teams.length === 0 ? 'noTeam' : 'noOwner'
  return (
    <Note title={words(`${missing}.title`)}>
      <p>{words(`${missing}.text`)}</p>
      <Link to="/people/teams" className="mt-2 inline-block text-accent underline underline-offset-2">
        {words('teams.open')}
      </Link>
    </Note>
  )
}
