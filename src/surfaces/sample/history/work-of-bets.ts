import type { PartOfCode } from './parts-of-code.ts'

/** Where in the repository the work for a bet lies, and what its commits speak of. */
interface WorkOfBet {
  readonly files: readonly string[]
  readonly things: readonly string[]
}

/** By the name of the bet in the sample company and the folder of a part; for what is not here the part’s own will do. */
const workOfBets: Readonly<Record<string, Readonly<Record<string, WorkOfBet>>>> = {
  'share-by-hour': {
    'apps/resident': {
      files: ['share-of-sun', 'day-chart', 'home-screen', 'meter-card'],
      things: ['the share of the roof by the hour', 'the chart of the day', 'an hour without a reading'],
    },
    'apps/landlord': {
      files: ['roof-yield', 'house-page'],
      things: ['the yield of each roof', 'the share of each household'],
    },
  },
  'one-pipeline': {
    'platform/deploy': {
      files: ['pipeline', 'rollback', 'environments', 'access', 'secrets'],
      things: [
        'one pipeline for all services',
        'rolling back in a minute',
        'secrets for each environment',
        'access by team',
      ],
    },
  },
  'signature-last': {
    'apps/resident': {
      files: ['join-flow', 'sign-in', 'invite-neighbour', 'settings-page'],
      things: ['the signature step', 'the price before the signature', 'an invitation to the neighbour'],
    },
  },
  'month-end': {
    'services/billing': {
      files: ['bill-run', 'month-end', 'bill-text', 'bank-file'],
      things: ['the run at the end of the month', 'readings that are missing', 'the file for the bank'],
    },
    'apps/landlord': {
      files: ['payout-page', 'export-table'],
      things: ['payouts by quarter', 'an export for the tax office'],
    },
  },
  'operator-forms': {
    'packages/contracts': {
      files: ['household', 'house'],
      things: ['fields that operators ask for', 'the number of a meter'],
    },
  },
  'roof-model': {
    'services/forecast': {
      files: ['roof-model', 'weather', 'surplus', 'retrain'],
      things: ['roofs that face two ways', 'the weather of tomorrow', 'training overnight'],
    },
    'services/metering': {
      files: ['meter-registry', 'plausibility'],
      things: ['the tilt of each roof', 'readings by roof', 'the shadow of a chimney'],
    },
  },
  'own-gateway': {
    'services/metering': {
      files: ['gateway', 'meter-link', 'clock-drift', 'ingest-queue', 'reading'],
      things: [
        'a new gateway model',
        'meters whose clock drifts',
        'the queue under load',
        'a reading a minute',
      ],
    },
  },
  'street-sharing': {
    'apps/resident': {
      files: ['share-of-sun', 'invite-neighbour', 'home-screen', 'savings-summary'],
      things: ['the share of a street', 'neighbours across the street', 'the map of a street'],
    },
    'services/metering': {
      files: ['meter-registry', 'reading', 'plausibility'],
      things: ['shares across several meters', 'two houses on one feed'],
    },
  },
  exchange: {
    'services/forecast': {
      files: ['surplus', 'error-bands', 'history-window'],
      things: ['the surplus by the hour', 'bands of error', 'what the exchange would have paid'],
    },
    'services/metering': {
      files: ['ingest-queue', 'reading', 'clock-drift'],
      things: ['readings for the exchange', 'the surplus of a street'],
    },
  },
  'sign-up-alone': {
    'apps/landlord': {
      files: ['sign-up', 'papers-upload', 'contract-view'],
      things: ['the sign-up without a call', 'the list of what is missing', 'papers that are too large'],
    },
  },
  'one-rounding': {
    'services/billing': {
      files: ['rounding', 'tariff', 'correction', 'tax-rate'],
      things: ['rounding in one place', 'two tax rates in one month', 'the last cent of a bill'],
    },
    'packages/kit': { files: ['money'], things: ['money in both languages', 'cents in tables'] },
    'packages/contracts': { files: ['bill', 'tariff'], things: ['amounts in whole cents'] },
  },
  'many-houses': {
    'apps/landlord': {
      files: ['house-map', 'contract-view', 'tenant-list', 'house-page'],
      things: ['several houses at once', 'one contract for many houses', 'the list of houses'],
    },
    'services/billing': {
      files: ['payout', 'bill-text'],
      things: ['payouts for many houses', 'a bill by staircase'],
    },
  },
  'move-out': {
    'apps/resident': {
      files: ['settings-page', 'bill-page', 'meter-card', 'notifications'],
      things: ['moving out', 'the last reading', 'the bill after moving out'],
    },
  },
  'woken-by-own': {
    'platform/deploy': {
      files: ['alerts', 'access', 'rollback'],
      things: ['alerts that nobody acts on', 'alerts by team', 'who is woken'],
    },
  },
  'bought-weather': {
    'services/forecast': {
      files: ['weather', 'surplus', 'error-bands', 'snow'],
      things: ['the weather that is bought', 'snow on the roof', 'bands of error'],
    },
  },
  'nothing-old': {
    'platform/deploy': { files: ['environments', 'pipeline'], things: ['packages older than a quarter'] },
    'packages/kit': { files: ['table', 'chart', 'theme'], things: ['what is left of the old table'] },
    'packages/contracts': { files: ['reading', 'forecast'], things: ['the old form of an event'] },
  },
  resend: {
    'services/metering': {
      files: ['resend', 'gap-filler', 'ingest-queue'],
      things: ['gaps after a lost connection', 'readings that arrive twice', 'what a gateway remembers'],
    },
  },
  'old-papers': {
    'apps/landlord': {
      files: ['papers-upload', 'papers-read', 'papers-check'],
      things: ['papers of old houses', 'handwriting on a plan', 'what a person checks'],
    },
  },
  'database-copy': {
    'platform/deploy': {
      files: ['database-copy', 'cost-report'],
      things: ['a copy of the database for trying things', 'copies that nobody uses'],
    },
  },
  'tomorrow-on-screen': {
    'apps/resident': {
      files: ['home-screen', 'notifications', 'share-of-sun'],
      things: ['tomorrow on the home screen', 'when the sun is free', 'a reminder at eight'],
    },
    'services/forecast': { files: ['surplus', 'holidays'], things: ['tomorrow by the hour'] },
  },
}

/** The part as somebody sees it who works for this bet; null where none of its work lies. */
export function partForBet(part: PartOfCode, bet: string): PartOfCode | null {
  const work = workOfBets[bet]
  const own = work?.[part.folder]
  if (own) return { ...part, ...own }
  return work ? null : part
}
