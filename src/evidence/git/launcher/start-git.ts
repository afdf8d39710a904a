import { type GitCall, startDirectly, type StartedGit } from './start-directly.ts'
import { type Launcher, startLauncher } from './start-launcher.ts'

let launcher: Launcher | null = null

/** Starts git: through the launcher where one runs, else from this process. */
export function startGit(call: GitCall): StartedGit {
  return launcher?.start(call) ?? startDirectly(call)
}

/** Lets every git of this process be started by a launcher from now on, until the answer is called. */
export async function useLauncher(): Promise<() => Promise<void>> {
  // Windows copies nothing when it starts a program.
  if (process.platform === 'win32') return async () => {}
  const own = await startLauncher()
  launcher = own
  return async () => {
    if (launcher === own) launcher = null
    await own.stop()
  }
}
