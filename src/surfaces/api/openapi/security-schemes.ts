import { openToAll } from '../door.ts'
import { refusals, tooMuch, type DocumentedOperation, type Method } from './document-parts.ts'

/** The ways in. As long as there is no account, whoever is at the machine needs none of them. */
export const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'leitstand-WORKSPACE.session_token',
    description: {
      en: 'The cookie that signing in gives; WORKSPACE is the beginning of the workspace’s id. It changes something from the pages of Leitstand alone.',
      de: 'Das Cookie, das die Anmeldung gibt; WORKSPACE ist der Anfang der Kennung des Arbeitsbereichs. Damit ändert sich nur von den Seiten von Leitstand aus etwas.',
    },
  },
  key: {
    type: 'http',
    scheme: 'bearer',
    description: {
      en: 'A key that a member made; it acts in their name and with their rights, or reads alone.',
      de: 'Ein Schlüssel, den ein Mitglied angelegt hat; er handelt in dessen Namen und mit dessen Rechten, oder liest nur.',
    },
  },
} as const

/** Either of them will do. */
export const byAnyWay = [{ session: [] }, { key: [] }] as const

/** What only a person may do. */
export const bySession = [{ session: [] }] as const

/** The operation with what the door answers before it, and what may be too much of any write. */
export function guarded(method: Method, path: string, operation: DocumentedOperation): DocumentedOperation {
  const isOpen = openToAll.has(`${method.toUpperCase()} ${path}`)
  return {
    ...operation,
    ...(isOpen ? { security: [] } : {}),
    responses: {
      ...operation.responses,
      ...(isOpen ? {} : { 401: refusals[401] }),
      ...(method === 'get' ? {} : { 429: tooMuch }),
    },
  }
}
