import { listRepositories } from '#evidence/operations/list-repositories.ts'
import { perform, type Kernel } from '#kernel'

const resting = new Set(['done', 'failed', 'cancelled'])

/** Whether a repository is being read, or waits for it. */
export async function isScanning(kernel: Kernel): Promise<boolean> {
  const { repositories } = await perform(kernel, listRepositories, { kind: 'local' }, {})
  return repositories.some(({ scan }) => !resting.has(scan.phase))
}
