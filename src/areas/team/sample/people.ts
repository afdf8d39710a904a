import { ago, say, the, type SampleRecord } from '#workspace'

type Said = ReturnType<typeof say>

interface Told {
  readonly name: string
  readonly role: Said
  readonly team: string
  /** Days ago of the first day of work; the company's records begin 548 days ago. */
  readonly start: number
  readonly end?: number
  readonly manager?: string
  readonly workingDays?: readonly string[]
  readonly zone?: string
  /** Whether there are commits of theirs. */
  readonly commits?: false
  /** What changed later: role, team or manager. */
  readonly later?: readonly {
    readonly daysAgo: number
    readonly role?: Said
    readonly team?: string
    readonly manager?: string
  }[]
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri']

function somebody(key: string, told: Told): SampleRecord {
  const { name, role, team, start, end, manager, later = [] } = told
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@larkenfeld.example`
  const first = {
    name,
    email: address,
    role,
    team: the(team),
    start: ago(start),
    workingDays: told.workingDays ?? week,
    zone: told.zone ?? 'Europe/Berlin',
    ...(manager === undefined ? {} : { manager: the(manager) }),
    ...(told.commits === false ? {} : { identities: [{ source: 'git', identity: address }] }),
  }
  const changes = later.map(({ daysAgo, role, team, manager }) => ({
    daysAgo,
    fields: {
      ...(role && { role }),
      ...(team !== undefined && { team: the(team) }),
      ...(manager !== undefined && { manager: the(manager) }),
    },
  }))
  const left = end === undefined ? [] : [{ daysAgo: end + 30, fields: { end: ago(end) } }]
  return {
    name: key,
    type: 'person',
    versions: [{ daysAgo: Math.min(start, 548), fields: first }, ...changes, ...left],
    ...(end !== undefined && { archived: ago(end) }),
  }
}

const backend = say('Backend engineer', 'Backend-Entwicklung')
const frontend = say('Frontend engineer', 'Frontend-Entwicklung')
const embedded = say('Embedded engineer', 'Embedded-Entwicklung')

/** Twenty-four who work here, and two who did. None of them exists. */
export const people: readonly SampleRecord[] = [
  somebody('mara', {
    name: 'Mara Oyelaran-Voss',
    role: say('Co-founder and CTO', 'Mitgründerin und CTO'),
    team: 'platform',
    start: 820,
  }),
  somebody('jonte', {
    name: 'Jonte Brackwede',
    role: say('Co-founder and CEO', 'Mitgründer und CEO'),
    team: 'residents',
    start: 820,
    commits: false,
    later: [{ daysAgo: 430, team: 'landlords' }],
  }),
  somebody('ilka', {
    name: 'Ilka Thornwald',
    role: say('Lead engineer', 'Leitende Entwicklerin'),
    team: 'residents',
    start: 620,
    manager: 'mara',
  }),
  somebody('yuki', {
    name: 'Yuki Lindqvist',
    role: say('Product designer', 'Produktdesign'),
    team: 'residents',
    start: 600,
    manager: 'ilka',
    commits: false,
    workingDays: ['mon', 'tue', 'wed', 'thu'],
  }),
  somebody('aino', {
    name: 'Aino Perlwasser',
    role: say('Senior engineer', 'Erfahrene Entwicklerin'),
    team: 'platform',
    start: 580,
    manager: 'mara',
    zone: 'Europe/Helsinki',
    later: [
      {
        daysAgo: 300,
        role: say('Lead engineer, metering', 'Leitende Entwicklerin Messung'),
        team: 'metering',
      },
    ],
  }),
  somebody('dorian', {
    name: 'Dorian Espenlaub',
    role: backend,
    team: 'platform',
    start: 560,
    end: 210,
    manager: 'mara',
  }),
  somebody('bahar', {
    name: 'Bahar Kestenholm',
    role: say('Senior engineer', 'Erfahrene Entwicklerin'),
    team: 'residents',
    start: 546,
    manager: 'ilka',
    later: [
      {
        daysAgo: 425,
        role: say('Lead engineer, billing', 'Leitende Entwicklerin Abrechnung'),
        team: 'landlords',
        manager: 'mara',
      },
    ],
  }),
  somebody('samir', {
    name: 'Samir Delacroix-Haddan',
    role: frontend,
    team: 'residents',
    start: 540,
    manager: 'ilka',
  }),
  somebody('nia', {
    name: 'Nia Wettersund',
    role: say('Customer success', 'Kundenbetreuung'),
    team: 'residents',
    start: 510,
    manager: 'ilka',
    commits: false,
    later: [{ daysAgo: 330, role: say('Product manager', 'Produktmanagement') }],
  }),
  somebody('priya', {
    name: 'Priya Holundar',
    role: say('Site reliability engineer', 'Site Reliability Engineering'),
    team: 'platform',
    start: 500,
    manager: 'mara',
  }),
  somebody('lennart', {
    name: 'Lennart Abiodal',
    role: backend,
    team: 'residents',
    start: 460,
    manager: 'ilka',
    later: [{ daysAgo: 428, team: 'landlords', manager: 'bahar' }],
  }),
  somebody('kofi', {
    name: 'Kofi Sandlund',
    role: embedded,
    team: 'platform',
    start: 429,
    manager: 'aino',
    later: [{ daysAgo: 300, team: 'metering' }],
  }),
  somebody('wiebke', {
    name: 'Wiebke Szarvasi',
    role: say('Billing specialist', 'Fachfrau für Abrechnung'),
    team: 'landlords',
    start: 410,
    manager: 'bahar',
    commits: false,
  }),
  somebody('pablo', {
    name: 'Pablo Einarsdal',
    role: backend,
    team: 'residents',
    start: 395,
    manager: 'ilka',
    zone: 'Europe/Lisbon',
  }),
  somebody('rhea', {
    name: 'Rhea Tamsin-Vogtland',
    role: say('Data scientist', 'Data Science'),
    team: 'platform',
    start: 380,
    end: 95,
    manager: 'aino',
    later: [{ daysAgo: 300, team: 'metering' }],
  }),
  somebody('fynn', {
    name: 'Fynn Castellanos-Rohde',
    role: say('Platform engineer', 'Plattform-Entwicklung'),
    team: 'platform',
    start: 360,
    manager: 'mara',
  }),
  somebody('chidi', {
    name: 'Chidi Falkenrath',
    role: say('Full-stack engineer', 'Full-Stack-Entwicklung'),
    team: 'landlords',
    start: 299,
    manager: 'bahar',
  }),
  somebody('leyla', {
    name: 'Leyla Grunewaldt',
    role: say('Data scientist', 'Data Science'),
    team: 'metering',
    start: 290,
    manager: 'aino',
  }),
  somebody('tomasz', {
    name: 'Tomasz Okafor-Rehn',
    role: say('Mobile engineer', 'Mobile-Entwicklung'),
    team: 'residents',
    start: 250,
    manager: 'ilka',
  }),
  somebody('emeka', {
    name: 'Emeka Vintergard',
    role: backend,
    team: 'metering',
    start: 220,
    manager: 'aino',
  }),
  somebody('signe', {
    name: 'Signe Bautista-Lohm',
    role: frontend,
    team: 'landlords',
    start: 200,
    manager: 'bahar',
  }),
  somebody('rasmus', {
    name: 'Rasmus Tiwarin',
    role: say('Customer success', 'Kundenbetreuung'),
    team: 'landlords',
    start: 170,
    manager: 'jonte',
    commits: false,
  }),
  somebody('zofia', {
    name: 'Zofia Amankwaa',
    role: say('Security engineer', 'Security Engineering'),
    team: 'platform',
    start: 150,
    manager: 'mara',
  }),
  somebody('hana', {
    name: 'Hana Drosselweg',
    role: embedded,
    team: 'metering',
    start: 120,
    manager: 'aino',
  }),
  somebody('otis', {
    name: 'Otis Marquardsen',
    role: say('Data engineer', 'Data Engineering'),
    team: 'metering',
    start: 60,
    manager: 'aino',
    workingDays: ['mon', 'tue', 'wed', 'thu'],
  }),
  somebody('malte', {
    name: 'Malte Ferreira-Quist',
    role: say('Platform engineer', 'Plattform-Entwicklung'),
    team: 'platform',
    start: 35,
    manager: 'mara',
  }),
]
