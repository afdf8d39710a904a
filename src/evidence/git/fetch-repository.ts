import type { RemoteSource } from './allowed-source.ts'
import { watchSize } from './clone-repository.ts'
import type { GitRepository } from './open-repository.ts'
import { gitText } from './run-git.ts'
import { runTransport, type TransferOptions } from './run-transport.ts'

/**
 * Brings a bare clone up to date: all branches and tags as they are on the other machine, those that went there
 * removed, and HEAD on the branch that is the default there. All references change together or none does. Refuses as
 * `cloneRepository` does.
 */
export async function fetchRepository(
  repository: GitRepository,
  source: RemoteSource,
  options: TransferOptions = {},
): Promise<void> {
  const told = await runTransport(
    repository,
    ['ls-remote', '--symref', '--', source.url, 'HEAD'],
    source,
    options,
  )
  const size = watchSize(repository.gitDir, options.sizeLimit ?? Infinity, source)
  try {
    const command = [
      'fetch',
      '--atomic',
      '--prune',
      '--force',
      '--no-write-fetch-head',
      '--no-recurse-submodules',
    ]
    const refs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*']
    await runTransport(
      repository,
      [...command, '--progress', '--', source.url, ...refs],
      source,
      options,
      size.exceeded,
    )
  } finally {
    size.stop()
  }
  const branch = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(told)?.[1]
  if (branch !== undefined) await gitText(repository, ['symbolic-ref', 'HEAD', branch])
  await tidy(repository)
}

/** Lets git pack together what many fetches brought and clear away what broken ones left, when it finds that due. */
async function tidy(repository: GitRepository): Promise<void> {
  const settings = ['-c', 'gc.auto=6700', '-c', 'gc.autoDetach=false']
  // An untidy clone is as right as a tidy one: git tries again next time.
  await gitText(repository, [...settings, 'gc', '--auto', '--quiet'], { accepted: [1, 128] })
}
