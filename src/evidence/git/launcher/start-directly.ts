import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** How git is to be started, to the last variable of its environment. */
export interface GitCall {
  readonly args: readonly string[]
  readonly folder: string | undefined
  readonly environment: NodeJS.ProcessEnv
  /** True when stopping it is to stop the programs that it started, too. */
  readonly group: boolean
}

export interface StartedGit {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** The exit code, null for a git that was stopped. Rejects with the system's error when it cannot be started. */
  readonly ended: Promise<number | null>
  stop(): void
}

/** Starts git from this process. */
export function startDirectly(call: GitCall): StartedGit {
  const child = spawn('git', call.args, { ...spawnOptions(call), stdio: 'pipe' })
  const { stdin, stdout, stderr } = child
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { stdin, stdout, stderr, ended, stop: () => stopGit(child, call.group) }
}

export function spawnOptions({ folder, environment, group }: GitCall) {
  return {
    env: environment,
    windowsHide: true,
    detached: group,
    ...(folder === undefined ? {} : { cwd: folder }),
  }
}

export function stopGit(child: ChildProcess, group: boolean): void {
  if (!group) child.kill()
  else if (child.pid !== undefined) stopGroup(child.pid)
}

function stopGroup(leader: number): void {
  try {
    process.kill(-leader)
  } catch (error) {
    // All of them may have gone by themselves.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
