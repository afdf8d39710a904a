import { join } from 'node:path'
import { isBuilt } from './build.js'
import { root } from './root.js'

/**
 * The command for tests that start it: as users have it where it was built from what stands here, as in `npm test`,
 * else from its sources, which take five times as long to load.
 */
export const program = join(root, isBuilt() ? 'dist/command/main.js' : 'src/main.ts')
