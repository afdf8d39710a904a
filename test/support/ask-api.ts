/** A record as the API answers it. */
export interface Written {
  readonly key: string
  readonly version: number
  readonly archivedAt: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

/** Asks the API of a control room; anything but a yes is an error. */
export async function askApi(url: string, method: string, path: string, body?: object): Promise<Written> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Written // the API's own shape
}
