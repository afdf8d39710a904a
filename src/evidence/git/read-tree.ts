import type { TreeFile } from '#evidence/history/history.ts'
import type { GitRepository } from './open-repository.ts'
import { pathText } from './path-text.ts'
import { gitBytes } from './run-git.ts'

/** The files and symbolic links of a commit's tree; submodules are left out. Refuses when trees are missing. */
export async function readTree(
  repository: GitRepository,
  commit: string,
  signal?: AbortSignal,
): Promise<TreeFile[]> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit]
  return parseTree(await gitBytes(repository, args, signal ? { signal } : {}))
}

/** Reads entries of the form `100644 blob <hash>\t<path>` that NUL closes. */
function parseTree(bytes: Buffer): TreeFile[] {
  const files: TreeFile[] = []
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0, from)
    const tab = bytes.indexOf(0x09, from)
    const [, type, blob] = bytes.toString('latin1', from, tab).split(' ')
    if (type === 'blob' && blob !== undefined) files.push({ path: pathText(bytes, tab + 1, end), blob })
    from = end + 1
  }
  return files
}
