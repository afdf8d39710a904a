import { keepForecastJob } from '#areas/roadmap/kept/keep-forecast-job.ts'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { configureEvidence } from '#evidence/facts/evidence-settings.ts'
import { countRepositoryLines } from '#evidence/facts/count-repository-lines.ts'
import { linkRules, records } from '#areas/records.ts'
import { gatherRepository } from '#evidence/facts/gather-repository.ts'
import { sweepClones } from '#evidence/facts/open-source.ts'
import { watchRepositories } from '#evidence/facts/watch-repositories.ts'
import { addRepository } from '#evidence/operations/add-repository.ts'
import { vetSource } from '#evidence/operations/vet-source.ts'
import { madeUpHistory } from '#surfaces/sample/made-up-history.ts'
import { configureSignIn } from '#surfaces/sign-in/sign-in-of.ts'
import { loadSecret } from '#surfaces/sign-in/load-secret.ts'
import { useLauncher } from '#evidence/git/launcher/start-git.ts'
import { openRepository } from '#evidence/git/open-repository.ts'
import { languageOfEnvironment } from '../cli/language-of-environment.ts'
import { askInTime, createKernel, perform, Refusal, removeUnnamedJob, startJobs, type Kernel } from '#kernel'
import {
  configureBackups,
  erasureListName,
  forgetInTime,
  forgetPersonalJob,
  hasMembers,
  keepBackedUp,
  keepBackupJob,
  keepErasures,
  repeatKnownErasures,
} from '#workspace'
import { backupPlace } from '../files/backup-place.ts'
import { openData } from '../files/open-data.ts'
import { isScanning } from './is-scanning.ts'
import { keepTidy } from './keep-tidy.ts'
import type { ProcessUsage } from './usage.ts'

const anHour = 3_600_000

export interface ControlRoom {
  readonly kernel: Kernel
  /** The repository in whose folder the program was started, to be offered; null where none was, or another was named. */
  readonly stoodIn: string | null
  close(): Promise<void>
}

export interface ControlRoomOptions {
  readonly data: string
  readonly clones: string
  readonly repository: string | null
  readonly folder: string
  /** Where browsers find the server. */
  readonly address: string
  /** Whether others than this machine reach it. */
  readonly isPublic: boolean
  readonly say: (line: string) => void
  readonly environment: NodeJS.ProcessEnv
  readonly usage: ProcessUsage
}

/** Opens the database, starts the jobs, asks for the repository named, and watches all there are. */
export async function openControlRoom(options: ControlRoomOptions): Promise<ControlRoom> {
  const { data, clones, say, environment } = options
  // Before the database, while this process is small.
  const stopLauncher = await useLauncher()
  const store = await openData(data, environment).catch(async (error: unknown) => {
    await stopLauncher()
    throw error
  })
  const kernel = createKernel({
    store,
    records,
    links: linkRules,
    log: ({ id, where, error }) =>
      say(
        `Something went wrong in ${where}, id ${id}: ${error instanceof Error ? (error.stack ?? error.message) : inspect(error)}`,
      ),
  })
  configureEvidence(kernel, {
    cloneFolder: clones,
    allowedRoots: [homedir(), options.folder, ...(await placesOf(options.repository))],
    allowPrivateHosts: environment['LEITSTAND_ALLOW_PRIVATE_HOSTS'] === 'yes',
    madeUp: madeUpHistory,
  })
  const backups = backupPlace(data, environment)
  const erasureList = join(backups.folder, erasureListName)
  configureBackups(kernel, backups)
  await openDoor(kernel, options, erasureList).catch(async (error: unknown) => {
    await stopLauncher()
    await store.close()
    throw error
  })
  // The embedded database's folder is locked: no other process clones into it.
  if (store.kind === 'pglite') await sweepClones(kernel)
  const jobs = startJobs(kernel, [
    gatherRepository,
    countRepositoryLines,
    forgetPersonalJob,
    keepBackupJob,
    removeUnnamedJob,
    keepForecastJob,
  ])
  if (options.repository !== null) await addNamed(kernel, options.repository, options)
  const stoodIn = options.repository === null ? await repositoryStoodIn(options.folder) : null
  const watching = watchRepositories(kernel)
  const tidying = keepTidy(kernel)
  const forgetting = forgetInTime(kernel)
  const erasing = keepErasures(kernel, erasureList)
  const backingUp = keepBackedUp(kernel, {
    quietFor: () => options.usage.quietFor(),
    isBusy: () => isScanning(kernel),
  })
  const removing = askInTime(kernel, removeUnnamedJob, anHour)
  const forecasting = askInTime(kernel, keepForecastJob, anHour)
  return {
    kernel,
    stoodIn,
    async close() {
      watching.stop()
      tidying.stop()
      forgetting.stop()
      backingUp.stop()
      removing.stop()
      forecasting.stop()
      await jobs.stop()
      await erasing.stop()
      await stopLauncher()
      await store.close()
    },
  }
}

async function openDoor(
  kernel: Kernel,
  { data, environment, address, isPublic }: ControlRoomOptions,
  erasureList: string,
): Promise<void> {
  // Before anybody is answered: the database may be an older state that somebody put back.
  await repeatKnownErasures(kernel, [erasureList])
  configureSignIn(kernel, { secret: loadSecret(data, environment), address, isPublic })
  if (!isPublic || (await hasMembers(kernel.store))) return
  throw new Refusal(
    'forbidden',
    {
      en: 'Others than this machine are let in only where there is an owner account.',
      de: 'Andere als dieser Rechner kommen nur herein, wo es ein Inhaberkonto gibt.',
    },
    {
      en: 'Create it with leitstand init, or on the first screen without --host and --public-url.',
      de: 'Lege es mit leitstand init an oder auf der ersten Seite, ohne --host und --public-url.',
    },
  )
}

async function addNamed(
  kernel: Kernel,
  path: string,
  { say, environment }: ControlRoomOptions,
): Promise<void> {
  try {
    const source = await vetSource(kernel, { source: path })
    await perform(kernel, addRepository, { kind: 'local' }, source)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // The control room is of use without it, and its pages take another.
    const language = languageOfEnvironment(environment)
    say([error.words[language], error.hintWords?.[language]].filter(Boolean).join(' '))
  }
}

async function repositoryStoodIn(folder: string): Promise<string | null> {
  try {
    return (await openRepository(folder)).path
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The folders of the repository that was named at the start: whoever starts the program may read it wherever it lies. */
async function placesOf(named: string | null): Promise<string[]> {
  if (named === null) return []
  try {
    const { root, gitDir, commonDir } = await openRepository(named)
    return [root, gitDir, commonDir, named]
  } catch (error) {
    if (error instanceof Refusal) return [named]
    throw error
  }
}
