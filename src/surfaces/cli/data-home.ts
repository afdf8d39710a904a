import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** Leitstand's folder in the data home of the user, as each system has it. */
export function dataHome(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA']
    return win32.join(local || win32.join(home, 'AppData', 'Local'), 'Leitstand')
  }
  const told = environment['XDG_DATA_HOME']
  // The XDG specification has relative paths ignored.
  if (told && posix.isAbsolute(told)) return posix.join(told, 'leitstand')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Leitstand')
  return posix.join(home, '.local', 'share', 'leitstand')
}
