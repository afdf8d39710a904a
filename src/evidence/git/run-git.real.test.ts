import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/operation/refusal.ts'
import { openRepository } from './open-repository.ts'
import { gitText, runGit } from './run-git.ts'
import { aFolder, aRepository } from './testing/a-repository.ts'
import { folderListing } from './testing/folder-listing.ts'
import { readAll } from './testing/read-all.ts'

test('nothing that a hostile repository names is ever run, and nothing is written', async () => {
  const { repository, ran } = hostileRepository()
  const before = folderListing(repository.path)

  const opened = await openRepository(repository.path)
  expect((await readAll(repository.path)).facts).toHaveLength(3)
  for (const args of everyReading('HEAD')) await gitText(opened, args)

  expect(ran()).toBe(false)
  expect(folderListing(repository.path)).toEqual(before)
})

test('the same repository does run its programs when git is left alone', () => {
  const { repository, ran } = hostileRepository()
  repository.git('show', '--ext-diff', 'main')
  expect(ran()).toBe(true)
})

test('no GIT_ variable of the parent reaches git', async () => {
  const repository = aRepository()
    .commit({ files: { a: '1' } })
    .write()
  const other = aRepository().commit().commit().write()
  const before = { ...process.env }
  Object.assign(process.env, {
    GIT_DIR: join(other.path, '.git'),
    GIT_OBJECT_DIRECTORY: join(other.path, '.git', 'objects'),
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.bare',
    GIT_CONFIG_VALUE_0: 'no boolean',
    GIT_EXTERNAL_DIFF: '/nowhere',
  })
  try {
    const opened = await openRepository(repository.path)
    expect(await gitText(opened, ['rev-list', '--count', 'HEAD'])).toBe('1\n')
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
})

test('a failing git is refused with its own words, and a signal with its reason', async () => {
  const repository = await openRepository(aRepository().commit().write().path)
  const failing = gitText(repository, ['log', 'nowhere'])
  await expect(failing).rejects.toBeInstanceOf(Refusal)
  await expect(failing).rejects.toThrow(/exit code 128.*nowhere/)

  const stopped = gitText(repository, ['log', 'HEAD'], {
    signal: AbortSignal.abort(new Error('no longer wanted')),
  })
  await expect(stopped).rejects.toThrow('no longer wanted')
})

test('a git that is stopped ends, however much it had to say', async () => {
  const built = aRepository()
    .commit({ files: { big: 'x'.repeat(5_000_000) } })
    .write()
  const repository = await openRepository(built.path)
  const run = runGit(repository, ['cat-file', 'blob', 'HEAD:big'], { input: '' })
  for await (const chunk of run.stdout) {
    expect(chunk.length).toBeGreaterThan(0)
    break
  }
  run.stop()
  expect((await run.done).code).not.toBe(0)
})

test('a repository that has gone is told as such', async () => {
  const built = aRepository().commit().write()
  const repository = await openRepository(built.path)
  built.remove()
  await expect(gitText(repository, ['log'])).rejects.toMatchObject({
    code: 'not-found',
    message: `The repository ${built.path} is no longer there.`,
  })
})

test('a missing git program is told as such', async () => {
  const repository = await openRepository(aRepository().commit().write().path)
  const path = process.env['PATH']
  process.env['PATH'] = aFolder()
  try {
    await expect(gitText(repository, ['log'])).rejects.toThrow('The git program was not found.')
  } finally {
    process.env['PATH'] = path
  }
})

/** A repository whose configuration, attributes, hooks and alternates name one program wherever git knows a place. */
function hostileRepository() {
  const folder = aFolder()
  const witness = join(folder, 'witness')
  const program = join(folder, 'program')
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> '${witness}'\ncat\n`)
  chmodSync(program, 0o755)
  const repository = aRepository()
    .commit({
      files: { 'a.txt': 'one\n', '.gitattributes': '*.txt diff=evil filter=evil\n', '.mailmap': '' },
    })
    .commit({ files: { 'a.txt': null, 'b.txt': 'one\ntwo\n' } })
    .commit({ files: { 'b.txt': 'two\nthree\n' } })
    .tag('v1.0.0')
    .write()
  const settings: Record<string, string> = {
    'core.fsmonitor': program,
    'core.hooksPath': folder,
    'core.pager': program,
    'core.sshCommand': program,
    'core.gitProxy': program,
    'core.askPass': program,
    'core.editor': program,
    'core.alternateRefsCommand': program,
    'pager.log': program,
    'pager.show': program,
    'diff.external': program,
    'diff.evil.command': program,
    'diff.evil.textconv': program,
    'filter.evil.clean': program,
    'filter.evil.smudge': program,
    'filter.evil.process': program,
    'gpg.program': program,
    'gpg.ssh.program': program,
    'gpg.x509.program': program,
    'log.showSignature': 'true',
    'credential.helper': program,
    'uploadpack.packObjectsHook': program,
    'trailer.co-authored-by.command': program,
    'trailer.co-authored-by.cmd': program,
    'alias.log': `!${program}`,
    'alias.rev-parse': `!${program}`,
    'remote.origin.url': `ext::${program}`,
    'remote.origin.promisor': 'true',
    'remote.origin.uploadpack': program,
    'remote.origin.vcs': 'ext',
    'extensions.partialClone': 'origin',
    'core.repositoryFormatVersion': '1',
    'protocol.ext.allow': 'always',
    'mailmap.file': '/etc/passwd',
    'include.path': join(folder, 'included'),
  }
  writeFileSync(join(folder, 'included'), `[core]\n\tpager = ${program}\n`)
  for (const [name, value] of Object.entries(settings)) repository.git('config', name, value)
  for (const hook of [
    'post-checkout',
    'post-index-change',
    'reference-transaction',
    'fsmonitor-watchman',
    'pre-auto-gc',
  ]) {
    writeFileSync(join(repository.path, '.git', 'hooks', hook), `#!/bin/sh\ntouch '${witness}'\n`)
    chmodSync(join(repository.path, '.git', 'hooks', hook), 0o755)
  }
  writeFileSync(join(repository.path, '.git', 'info', 'attributes'), '*.txt diff=evil filter=evil\n')
  writeFileSync(join(repository.path, '.git', 'objects', 'info', 'alternates'), `ext::${program}\n`)
  signCommit(repository)
  return { repository, ran: () => existsSync(witness) }
}

/** A signature makes `log.showSignature` call the program that checks it. */
function signCommit(repository: ReturnType<typeof aRepository>) {
  const signed = repository
    .git('cat-file', 'commit', 'main')
    .replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n')
  repository.git('update-ref', 'refs/heads/main', repository.object('commit', `${signed}\n`))
}

function everyReading(head: string): string[][] {
  return [
    ['log', '-p', '-M', '--numstat', head],
    ['log', '-m', '-p', '-U0', '--first-parent', head],
    ['diff-tree', '-r', '-p', '--root', '-M', head],
    ['show', head],
    ['cat-file', '-p', `${head}:b.txt`],
    ['ls-tree', '-r', head],
    ['rev-list', '--objects', head],
    ['for-each-ref'],
    ['check-mailmap', 'A <a@b.c>'],
  ]
}
