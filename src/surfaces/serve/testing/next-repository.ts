import type { RepositoryShape } from '#evidence/shape.ts'

/** The repository that a server tells of, as soon as one is as wanted; reads the server's events. */
export async function nextRepository(
  url: string,
  isSo: (repository: RepositoryShape) => boolean,
): Promise<RepositoryShape> {
  const answer = await fetch(`${url}/api/v1/events`, { headers: { accept: 'text/event-stream' } })
  if (!answer.body) throw new Error('The server tells no events.')
  let text = ''
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const data = /^event: repository\ndata: (.*)$/m.exec(event)?.[1]
      if (data === undefined) continue
      const repository = JSON.parse(data) as RepositoryShape // what the event is declared to hold
      if (isSo(repository)) return repository
    }
  }
  throw new Error('The server stopped telling events.')
}
