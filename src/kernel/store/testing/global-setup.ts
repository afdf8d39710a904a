import type { TestProject } from 'vitest/node'
import { imageForTests } from './image-for-tests.ts'
import { startPostgresql } from './real-postgresql.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a real PostgreSQL, in which a test makes databases of its own. */
    postgresqlUrl: string
    /** The image of a database with the kernel's tables. */
    databaseImage: string
  }
}

declare global {
  /** Started once, although every project of the run asks for it with a module of its own. */
  var databasesForTests: { users: number; running: Promise<Databases> } | undefined
}

type Databases = Awaited<ReturnType<typeof startDatabases>>

/** Gives all tests one real PostgreSQL and one prepared image. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (globalThis.databasesForTests ??= { users: 0, running: startDatabases() })
  shared.users += 1
  const { postgresql, image } = await shared.running
  project.provide('postgresqlUrl', postgresql.url)
  project.provide('databaseImage', image)
  return async () => {
    shared.users -= 1
    if (shared.users === 0) await postgresql.stop()
  }
}

async function startDatabases() {
  const [postgresql, image] = await Promise.all([startPostgresql(), imageForTests()])
  return { postgresql, image }
}
