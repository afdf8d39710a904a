import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { RepositoryShape, StatusShape } from '#evidence/shape.ts'
import type { ChangeShape, RecordShape } from '#kernel/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { refreshMadeOf } from '#kit/api/made-of.ts'
import { repositoriesQuery, repositoryKey, statusQuery } from '#kit/api/queries.ts'
import { apiUrl } from '#kit/api/request.ts'
import { startQuery } from '#kit/api/start.ts'
import { useLanguage, type Language } from '#kit/language/language.ts'

const secondsBetweenTries = 2

/** Keeps what is shown up to date with the server's events; true while the server is heard. */
export function useLiveEvents(): boolean {
  const client = useQueryClient()
  const [isHeard, setHeard] = useState(true)
  const language = useLanguage()
  const shown = useRef(language)
  useEffect(() => {
    // What the server said it said in the language before.
    if (shown.current !== language) void client.invalidateQueries()
    shown.current = language
    return listen(client, language, setHeard)
  }, [client, language])
  return isHeard
}

function listen(client: QueryClient, language: Language, onHeard: (isHeard: boolean) => void): () => void {
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  let wasGone = false
  const news = recordNews(client)
  let isOver = false
  // Whoever has just changed their password is signed in by another session: what they do now is answered first.
  const goOnIfSignedIn = async () => {
    await allDone(client)
    await client.invalidateQueries({ queryKey: accountQuery.queryKey })
    const account = client.getQueryData(accountQuery.queryKey)
    if (!isOver && account?.state === 'signed-in') connect()
  }
  const connect = () => {
    source = new EventSource(apiUrl('/events', { language }))
    source.addEventListener('open', () => {
      onHeard(true)
      // Whatever happened in the meantime was not told.
      if (wasGone) void client.invalidateQueries()
      wasGone = false
    })
    source.addEventListener('error', () => {
      wasGone = true
      onHeard(false)
      // The browser tries again by itself unless the answer was an error: then a new source has to.
      if (source.readyState !== EventSource.CLOSED) return
      void client.invalidateQueries({ queryKey: accountQuery.queryKey })
      again = setTimeout(connect, secondsBetweenTries * 1000)
    })
    source.addEventListener('status', (event) => {
      const status: StatusShape = JSON.parse(event.data)
      client.setQueryData(statusQuery.queryKey, status)
    })
    source.addEventListener('signed-out', () => {
      source.close()
      void goOnIfSignedIn()
    })
    source.addEventListener('repository', (event) => applyRepository(client, JSON.parse(event.data)))
    source.addEventListener('record', (event) => news.hear(JSON.parse(event.data)))
    source.addEventListener('removed', (event) => forget(client, JSON.parse(event.data)))
  }
  connect()
  return () => {
    isOver = true
    clearTimeout(again)
    news.stop()
    source.close()
  }
}

/** Settles once nothing that was sent is still without an answer. */
function allDone(client: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.getMutationCache().subscribe(look)
    function look(): void {
      if (client.isMutating() > 0) return
      stop()
      resolve()
    }
    look()
  })
}

/** A generation above the one known means that figures changed. */
function applyRepository(client: QueryClient, repository: RepositoryShape): void {
  const before = client.getQueryData(repositoriesQuery.queryKey)
  // Not asked for yet: the answer to come is newer than this.
  if (!before) return
  const known = before.repositories.find(({ id }) => id === repository.id)
  const repositories = known
    ? before.repositories.map((one) => (one.id === repository.id ? repository : one))
    : [...before.repositories, repository]
  client.setQueryData(repositoriesQuery.queryKey, { repositories })
  if (known?.generation !== repository.generation) {
    void client.invalidateQueries({ queryKey: repositoryKey(repository.id) })
    // A commit that came may name a record.
    void client.invalidateQueries({ queryKey: ['sight'] })
    refreshMadeOf(client, ({ repositories }) => repositories)
  }
}

function forget(client: QueryClient, { id: removed }: Pick<RepositoryShape, 'id'>): void {
  client.setQueryData(
    repositoriesQuery.queryKey,
    (before) => before && { repositories: before.repositories.filter(({ id }) => id !== removed) },
  )
  client.removeQueries({ queryKey: repositoryKey(removed) })
  refreshMadeOf(client, ({ repositories }) => repositories)
  // It may have gone with the sample company.
  void client.invalidateQueries({ queryKey: startQuery.queryKey })
}

/** After the first piece of news the next are gathered for this long: an import is a few readings of a list, not a thousand. */
const gatherMilliseconds = 100

/** Reads again what shows a record that has changed; a version that is known already is no news. */
function recordNews(client: QueryClient) {
  let changes: ChangeShape[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const apply = () => {
    const types = new Set(changes.map((change) => change.type))
    for (const type of types) void client.invalidateQueries({ queryKey: ['records', type] })
    refreshMadeOf(client, ({ records }) => records.some((type) => types.has(type)))
    for (const { key, version } of changes) {
      const known = client.getQueryData<RecordShape>(['record', key])
      if (known && known.version < version) void client.invalidateQueries({ queryKey: ['record', key] })
      void client.invalidateQueries({ queryKey: ['history', key] })
    }
    // Titles stand in the links and lines of others, too.
    for (const part of ['links', 'sight']) void client.invalidateQueries({ queryKey: [part] })
    changes = []
  }
  const rest = () => {
    timer = undefined
    if (changes.length > 0) begin()
  }
  const begin = () => {
    apply()
    timer = setTimeout(rest, gatherMilliseconds)
  }
  return {
    hear(change: ChangeShape) {
      changes.push(change)
      if (timer === undefined) begin()
    },
    stop: () => clearTimeout(timer),
  }
}
