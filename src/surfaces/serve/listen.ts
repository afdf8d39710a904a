import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refusal } from '#kernel'

export interface Listening {
  address(): AddressInfo | string | null
  /** Takes no new request, ends the open ones and settles when the port is free. */
  stop(): Promise<void>
}

/** Serves the app on one address; refuses a port that is taken or not allowed, and an address this machine has not. */
export function listen(app: Hono, port: number, host: string): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server // without options it makes a plain HTTP server
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(error, port, host)))
    server.listen(port, host, () =>
      resolve({
        address: () => server.address(),
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped())
            server.closeAllConnections()
          }),
      }),
    )
  })
}

function portRefusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      'conflict',
      { en: `Port ${port} is taken.`, de: `Port ${port} ist belegt.` },
      {
        en: 'Choose another with --port, or stop what listens there; it may be a Leitstand that is already running.',
        de: 'Wähle mit --port einen anderen, oder beende, was dort lauscht; vielleicht läuft schon ein Leitstand.',
      },
    )
  }
  if (error.code === 'EACCES') {
    return new Refusal(
      'forbidden',
      {
        en: `This user may not listen on port ${port}.`,
        de: `Dieser Benutzer darf auf Port ${port} nicht lauschen.`,
      },
      { en: 'Choose one above 1023 with --port.', de: 'Wähle mit --port einen über 1023.' },
    )
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Refusal(
      'invalid',
      { en: `This machine has no address ${host}.`, de: `Dieser Rechner hat keine Adresse ${host}.` },
      {
        en: 'Choose one of its own with --host; the address that browsers see goes to --public-url.',
        de: 'Wähle mit --host eine eigene; die Adresse, die Browser sehen, gehört zu --public-url.',
      },
    )
  }
  return error
}
