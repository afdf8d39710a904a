/** A part of the company's one repository. */
export interface PartOfCode {
  readonly folder: string
  /** In brackets of a commit's subject. */
  readonly scope: string
  /** Days ago on which it was begun. */
  readonly since: number
  readonly extension: 'ts' | 'tsx'
  /** Who alone knows their way about in it, by first name: in most companies there is such a part. */
  readonly known?: string
  /** Its files, the busiest first; not all of them are there from the beginning. */
  readonly files: readonly string[]
  /** What it is about, as commits speak of it. */
  readonly things: readonly string[]
}

export const partsOfCode: readonly PartOfCode[] = [
  {
    folder: 'apps/resident',
    scope: 'resident',
    since: 548,
    extension: 'tsx',
    files: [
      'join-flow',
      'share-of-sun',
      'bill-page',
      'home-screen',
      'meter-card',
      'invite-neighbour',
      'notifications',
      'sign-in',
      'settings-page',
      'offline-cache',
      'day-chart',
      'savings-summary',
    ],
    things: [
      'the share of the roof by the hour',
      'the signature step',
      'bills of the last two years',
      'a household without a meter',
      'the chart of the day',
      'reminders before a payment',
      'an invitation to the neighbour',
      'large type on the home screen',
      'readings while offline',
      'moving out',
    ],
  },
  {
    folder: 'apps/landlord',
    scope: 'landlord',
    since: 548,
    extension: 'tsx',
    files: [
      'house-page',
      'tariff-page',
      'sign-up',
      'roof-yield',
      'tenant-list',
      'papers-upload',
      'payout-page',
      'export-table',
      'house-map',
      'contract-view',
    ],
    things: [
      'the yield of each roof',
      'papers of old houses',
      'several houses at once',
      'the list of tenants',
      'payouts by quarter',
      'a tariff with two prices',
      'the sign-up without a call',
      'an export for the tax office',
    ],
  },
  {
    folder: 'services/metering',
    scope: 'metering',
    since: 548,
    extension: 'ts',
    files: [
      'reading',
      'meter-link',
      'gap-filler',
      'clock-drift',
      'ingest-queue',
      'meter-registry',
      'gateway',
      'plausibility',
      'resend',
      'firmware-check',
    ],
    things: [
      'gaps after a lost connection',
      'meters whose clock drifts',
      'readings that arrive twice',
      'the queue under load',
      'a new gateway model',
      'negative readings',
      'summer time',
      'firmware older than two years',
    ],
  },
  {
    folder: 'services/billing',
    scope: 'billing',
    since: 430,
    extension: 'ts',
    files: [
      'tariff',
      'bill-run',
      'rounding',
      'correction',
      'bank-file',
      'dunning',
      'tax-rate',
      'bill-text',
      'payout',
      'month-end',
    ],
    things: [
      'rounding in one place',
      'a bill after moving out',
      'the run at the end of the month',
      'corrections of earlier bills',
      'the file for the bank',
      'two tax rates in one month',
      'a tariff that changes mid-month',
      'reminders that cross a payment',
    ],
  },
  {
    folder: 'services/forecast',
    scope: 'forecast',
    since: 285,
    known: 'Leyla',
    extension: 'ts',
    files: [
      'weather',
      'surplus',
      'roof-model',
      'error-bands',
      'history-window',
      'retrain',
      'holidays',
      'snow',
    ],
    things: [
      'the weather of tomorrow',
      'snow on the roof',
      'roofs that face two ways',
      'public holidays',
      'bands of error',
      'missing history of a new house',
      'training overnight',
    ],
  },
  {
    folder: 'packages/contracts',
    scope: 'contracts',
    since: 548,
    extension: 'ts',
    files: ['reading', 'household', 'tariff', 'house', 'bill', 'forecast'],
    things: [
      'the shape of a reading',
      'optional fields of a household',
      'the version of an event',
      'units of power',
    ],
  },
  {
    folder: 'packages/kit',
    scope: 'kit',
    since: 548,
    extension: 'tsx',
    files: ['button', 'chart', 'form-field', 'dialog', 'table', 'theme', 'money', 'date-range'],
    things: [
      'contrast in dark mode',
      'keyboard focus',
      'axes of small charts',
      'money in both languages',
      'long names',
    ],
  },
  {
    folder: 'platform/deploy',
    scope: 'deploy',
    since: 548,
    extension: 'ts',
    files: [
      'pipeline',
      'rollback',
      'environments',
      'secrets',
      'alerts',
      'cost-report',
      'database-copy',
      'access',
    ],
    things: [
      'one pipeline for all services',
      'rolling back in a minute',
      'alerts that nobody acts on',
      'secrets for each environment',
      'a copy of the database for trying things',
      'access by team',
      'the bill of the cloud',
    ],
  },
]

/** Files that change with another one, though they lie elsewhere. */
export const changeTogether: Readonly<Record<string, string>> = {
  'services/metering/src/reading.ts': 'packages/contracts/src/reading.ts',
  'services/billing/src/tariff.ts': 'apps/landlord/src/tariff-page.tsx',
  'apps/resident/src/join-flow.tsx': 'packages/contracts/src/household.ts',
  'services/forecast/src/surplus.ts': 'apps/resident/src/share-of-sun.tsx',
}

export const verbs = {
  feat: ['show', 'support', 'allow', 'add', 'take in'],
  fix: ['handle', 'no longer lose', 'correct', 'wait for', 'keep'],
  perf: ['speed up', 'read less for', 'cache'],
  refactor: ['move apart', 'simplify', 'name'],
  test: ['cover', 'check'],
  docs: ['describe', 'explain'],
  chore: ['tidy up', 'drop what is left of'],
  ci: ['run in parallel:', 'try before release:'],
} as const

export type Kind = keyof typeof verbs

const often = (kind: Kind, times: number) => Array.from({ length: times }, () => kind)

/** What commits are about that belong to no bet. */
export const everydayKinds: readonly Kind[] = [
  ...often('fix', 8),
  ...often('feat', 3),
  ...often('chore', 2),
  ...(['refactor', 'refactor', 'test', 'docs', 'perf', 'ci'] as const),
]

/** What commits are about that belong to a bet, by its investment. */
export const kindsOfBet: Readonly<Record<string, readonly Kind[]>> = {
  feature: [...often('feat', 12), ...often('fix', 3), 'test', 'docs', 'refactor'],
  foundation: [...often('refactor', 7), ...often('feat', 5), 'fix', 'test', 'docs', 'chore'],
  reliability: [
    ...often('fix', 5),
    ...often('feat', 4),
    ...often('ci', 2),
    'perf',
    'perf',
    'test',
    'refactor',
  ],
  learning: [...often('feat', 6), ...often('test', 3), 'docs', 'docs', 'perf', 'fix'],
  upkeep: [...often('chore', 7), ...often('refactor', 3), 'fix', 'test', 'feat'],
}
