import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Prepares the database image once and starts a real PostgreSQL for the whole run.
const globalSetup = ['./src/kernel/store/testing/global-setup.ts']

const real = '{src,bench}/**/*.real.test.ts'

export default defineConfig({
  test: {
    reporters: ['default', './test/support/count-reporter.ts'],
    // One module graph for all files of a worker: eight times faster, and a test that leaks is a bug to be found.
    isolate: false,
    // Processes, not threads: tests change their folder and start worker threads of their own.
    pool: 'forks',
    maxWorkers: 2,
    // A schema test with a cold database took more than the usual five seconds.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The author's name and address that git would ask for, and nothing of the configuration of whoever runs the tests.
    env: {
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
      // Where the command keeps its compiled code, too: hundreds of processes of the tests start a sixth sooner.
      NODE_COMPILE_CACHE: fileURLToPath(new URL('./dist/.compile-cache', import.meta.url)),
    },
    projects: [
      {
        extends: true,
        // Calculation alone, in seconds; test/boundaries.test.ts holds that.
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}'], exclude: [real] },
      },
      {
        extends: true,
        // With a database, a repository or a process.
        test: { name: 'real', include: [real], globalSetup, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'house', include: ['test/*.test.ts'], globalSetup, testTimeout: 120_000 },
      },
      {
        extends: true,
        // After the others: a browser wants a core to itself.
        test: {
          name: 'browser',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
