import { ago, say, the, type SampleRecord } from '#workspace'
import { bet } from './bet-with-history.ts'

/** What was shipped in the second year: bills and landlords. */
export const laterBets: readonly SampleRecord[] = [
  bet('one-rounding', {
    written: 335,
    shaped: 256,
    committed: 252,
    started: 250,
    end: [
      162,
      'shipped',
      say(
        'Money was rounded in fourteen places. Each was right for itself; a cent a bill made a hundred letters a month.',
        'Gerundet wurde an vierzehn Stellen. Jede war für sich richtig; ein Cent je Rechnung ergab hundert Briefe im Monat.',
      ),
    ],
    by: ['nia', 'bahar'],
    teams: ['landlords', 'platform'],
    goals: ['right-bills'],
    size: [20, 45],
    after: ['month-end'],
    fields: {
      title: say('Money is rounded in one place', 'Gerundet wird an einer Stelle'),
      hypothesis: say(
        'Most corrections are one cent. If it is rounded in one place alone, their number halves.',
        'Die meisten Berichtigungen sind ein Cent. Wird nur an einer Stelle gerundet, halbieren sie sich.',
      ),
      horizon: 'later',
      investment: 'foundation',
      teamSizes: [{ team: the('platform'), low: 20, high: 45 }],
      stopCriteria: say(
        'After the first service corrections are not a quarter fewer.',
        'Nach dem ersten Dienst sind die Berichtigungen nicht um ein Viertel weniger.',
      ),
      labels: [say('billing', 'abrechnung')],
    },
  }),
  bet('own-gateway', {
    written: 299,
    shaped: 298,
    committed: 297,
    started: 296,
    end: [
      112,
      'shipped',
      say(
        'Half of the late readings were not late but dated wrong: clocks drift. What reads the meters must also set them.',
        'Die Hälfte der späten Werte war nicht spät, sondern falsch datiert: Uhren gehen vor. Wer Zähler liest, muss sie auch stellen.',
      ),
    ],
    by: ['nia', 'aino'],
    teams: ['metering'],
    goals: ['minute'],
    size: [70, 120],
    fields: {
      title: say(
        'Our own gateway reads the meters every minute',
        'Unser eigenes Gateway liest die Zähler jede Minute',
      ),
      hypothesis: say(
        'The makers’ gateways send once an hour, whatever one sets. With our own software on them a reading takes a minute.',
        'Die Gateways der Hersteller senden stündlich, was man auch einstellt. Mit eigener Software darauf braucht ein Wert eine Minute.',
      ),
      horizon: 'now',
      investment: 'reliability',
      risks: [
        {
          risk: say(
            'A maker closes its gateway by an update',
            'Ein Hersteller sperrt sein Gateway per Update',
          ),
          chance: 20,
          low: 10,
          high: 25,
        },
      ],
      wanted: ago(120),
      wantedReason: say(
        'The contract with the old gateway ends; after that it costs 3,100 euros a month.',
        'Der Vertrag für das alte Gateway endet; danach kostet es 3.100 Euro im Monat.',
      ),
      stopCriteria: say(
        'Two of the five most frequent makers cannot be opened.',
        'Zwei der fünf häufigsten Hersteller lassen sich nicht öffnen.',
      ),
    },
  }),
  bet('sign-up-alone', {
    written: 253,
    shaped: 249,
    committed: 247,
    started: 245,
    end: [
      118,
      'shipped',
      say(
        'Whoever has all papers at hand needs no call. Those are the landlords of new houses; old ones fail at the floor plan.',
        'Wer alle Unterlagen zur Hand hat, braucht keinen Anruf. Das sind die mit neuen Häusern; alte scheitern am Grundriss.',
      ),
    ],
    by: ['nia', 'bahar'],
    teams: ['landlords'],
    goals: ['landlord-alone'],
    size: [30, 55],
    fields: {
      title: say(
        'A landlord uploads the papers and hears back in a day',
        'Wer vermietet, lädt die Unterlagen hoch und hört in einem Tag von uns',
      ),
      hypothesis: say(
        'Landlords call because they do not know what is missing. A list that says so saves the call.',
        'Vermieter rufen an, weil sie nicht wissen, was fehlt. Eine Liste, die es sagt, erspart den Anruf.',
      ),
      horizon: 'next',
      investment: 'feature',
      paths: [{ repository: 'larkenfeld', pattern: 'apps/landlord/src/sign-up*' }],
      stopCriteria: say(
        'After eight weeks three of four still call.',
        'Nach acht Wochen rufen noch immer drei von vier an.',
      ),
    },
  }),
  bet('many-houses', {
    written: 214,
    shaped: 208,
    committed: 205,
    started: 200,
    end: [
      78,
      'shipped',
      say(
        'The contract was a week, the list of houses the rest: no association has one that is complete. What we had sketched for streets fitted.',
        'Der Vertrag war eine Woche, die Liste der Häuser der Rest: Keine Genossenschaft hat eine vollständige. Was wir für Straßen entworfen hatten, passte.',
      ),
    ],
    by: ['jonte', 'bahar'],
    teams: ['landlords'],
    goals: ['associations'],
    size: [35, 60],
    fields: {
      title: say('Many houses, one contract', 'Viele Häuser, ein Vertrag'),
      hypothesis: say(
        'If an association signs once for all of its houses, one conversation wins forty of them.',
        'Unterschreibt eine Genossenschaft einmal für alle Häuser, gewinnt ein Gespräch vierzig davon.',
      ),
      horizon: 'now',
      investment: 'feature',
      wanted: ago(90),
      wantedReason: say(
        'Baugenossenschaft Morgentau decides at its general meeting.',
        'Die Baugenossenschaft Morgentau entscheidet auf ihrer Mitgliederversammlung.',
      ),
      stopCriteria: say(
        'The first association wants a contract for each house after all.',
        'Die erste Genossenschaft will doch für jedes Haus einen eigenen Vertrag.',
      ),
    },
  }),
  bet('move-out', {
    written: 204,
    shaped: 203,
    committed: 203,
    started: 202,
    end: [
      66,
      'shipped',
      say(
        'Every fifth bill is one after moving out, and every second correction. One call is enough if the caretaker reads the meter with us on the phone.',
        'Jede fünfte Rechnung folgt auf einen Auszug, und jede zweite Berichtigung. Ein Anruf reicht, wenn der Hausmeister den Zähler mit uns am Telefon abliest.',
      ),
    ],
    by: ['nia', 'ilka'],
    teams: ['residents'],
    goals: ['right-bills'],
    size: [60, 100],
    fields: {
      title: say('Moving out takes one call and no paper', 'Ausziehen kostet einen Anruf und kein Papier'),
      hypothesis: say(
        'Bills after moving out are wrong because three people read the meter on three days. If it is read once, they are right.',
        'Rechnungen nach einem Auszug stimmen nicht, weil drei Leute an drei Tagen ablesen. Wird einmal abgelesen, stimmen sie.',
      ),
      horizon: 'now',
      investment: 'feature',
      stopCriteria: say(
        'After ten moves more than two are corrected.',
        'Nach zehn Auszügen sind mehr als zwei berichtigt.',
      ),
      labels: [say('billing', 'abrechnung')],
    },
  }),
  bet('woken-by-own', {
    written: 198,
    shaped: 193,
    committed: 191,
    started: 190,
    end: [
      75,
      'shipped',
      say(
        'Of 64 alerts eleven were left. The teams removed most of them in the week in which they were woken by them for the first time.',
        'Von 64 Alarmen blieben elf. Die meisten haben die Teams in der Woche entfernt, in der sie zum ersten Mal davon geweckt wurden.',
      ),
    ],
    by: ['nia', 'priya'],
    teams: ['platform'],
    goals: ['back-in-an-hour'],
    size: [30, 60],
    fields: {
      title: say('Whoever builds it is woken by it', 'Wer es baut, wird davon geweckt'),
      hypothesis: say(
        'Recovery takes long because the one who is woken has to look for the one who knows. If the team itself is woken, an hour is enough.',
        'Es dauert lange, weil die Geweckte erst suchen muss, wer sich auskennt. Wird das Team selbst geweckt, reicht eine Stunde.',
      ),
      horizon: 'now',
      investment: 'reliability',
      stopCriteria: say(
        'Somebody is woken more than twice a week after a month.',
        'Nach einem Monat wird jemand öfter als zweimal die Woche geweckt.',
      ),
    },
  }),
  bet('bought-weather', {
    written: 177,
    shaped: 173,
    committed: 172,
    started: 170,
    end: [
      63,
      'shipped',
      say(
        'Two hundred euros a month instead of a data scientist for a year. What was left of our own model, the shadow of each roof, makes the last three per cent.',
        'Zweihundert Euro im Monat statt eines Jahrs Data Science. Was von unserem Modell blieb, der Schatten jedes Dachs, bringt die letzten drei Prozent.',
      ),
    ],
    by: ['nia', 'aino'],
    teams: ['metering'],
    goals: ['surplus-ten'],
    fields: {
      title: say(
        'Tomorrow’s weather is bought, not computed',
        'Das Wetter von morgen wird gekauft, nicht gerechnet',
      ),
      hypothesis: say(
        'If we buy the weather and only compute the roof, ten per cent on four days of five are within reach.',
        'Kaufen wir das Wetter und rechnen nur das Dach, sind zehn Prozent an vier von fünf Tagen erreichbar.',
      ),
      horizon: 'now',
      investment: 'learning',
      resembles: [the('roof-model')],
      stopCriteria: say(
        'After four weeks three vendors are no better than ours.',
        'Nach vier Wochen sind drei Anbieter nicht besser als wir.',
      ),
      labels: [say('forecast', 'prognose')],
    },
  }),
  bet('nothing-old', {
    written: 142,
    shaped: 140,
    committed: 139,
    started: 138,
    end: [
      52,
      'shipped',
      say(
        'Thirty-one packages, of which nobody used nine. The bot keeps it so; what it cannot do stands on a list of four.',
        'Einunddreißig Pakete, von denen neun niemand brauchte. Der Bot hält es so; was er nicht kann, steht auf einer Liste von vier.',
      ),
    ],
    by: ['nia', 'zofia'],
    teams: ['platform'],
    goals: ['back-in-an-hour'],
    size: [20, 40],
    fields: {
      title: say(
        'Nothing that we use is older than a quarter',
        'Nichts, was wir einsetzen, ist älter als ein Quartal',
      ),
      hypothesis: say(
        'Two of the last five outages came from a package that had been mended months before. With a bot and a day a week that ends.',
        'Zwei der letzten fünf Ausfälle kamen aus einem Paket, das seit Monaten repariert war. Mit einem Bot und einem Tag die Woche hört das auf.',
      ),
      horizon: 'now',
      investment: 'upkeep',
      stopCriteria: say('It takes more than a day a week.', 'Es kostet mehr als einen Tag die Woche.'),
    },
    later: [{ daysAgo: 97, fields: { goals: [the('back-in-an-hour'), the('certificate')] } }],
  }),
]
