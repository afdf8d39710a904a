import {
  Archive,
  Brain,
  ChartGantt,
  ChartPie,
  CircleUser,
  Clock,
  Database,
  Mountain,
  Network,
  Quote,
  Rocket,
  Split,
  Target,
  User,
  UserCog,
  Users,
  type LucideIcon,
} from 'lucide-react'
import { insiders, leadership, type Roles } from '#kit/api/use-may.ts'

/** The rooms in the order of a day. */
export const rooms = ['rail.direction', 'rail.build', 'rail.people', 'rail.setup'] as const

const everybody = ['owner', 'leader', 'member', 'guest'] as const

/** Every page of the rail in the order of its room: its address, its word, and the key that leads to it after `g`. */
export const pages = [
  {
    to: '/direction/vision',
    list: '/direction/visions',
    word: 'page.visions',
    room: 'rail.direction',
    key: 'v',
    for: insiders,
    icon: Mountain,
    prefix: 'VISION',
  },
  {
    to: '/direction/goals/tree',
    list: '/direction/goals',
    word: 'page.goals',
    room: 'rail.direction',
    key: 'g',
    for: insiders,
    icon: Target,
    prefix: 'GOAL',
  },
  {
    to: '/direction/roadmap',
    word: 'page.roadmap',
    room: 'rail.direction',
    key: 'w',
    for: insiders,
    icon: ChartGantt,
    prefix: 'BET',
    list: '/direction/bets',
  },
  {
    to: '/direction/insights/inbox',
    word: 'page.insights',
    room: 'rail.direction',
    key: 'i',
    for: insiders,
    icon: Quote,
    prefix: 'INS',
    list: '/direction/insights',
  },
  {
    to: '/direction/allocation',
    word: 'page.allocations',
    room: 'rail.direction',
    key: 'l',
    for: insiders,
    icon: ChartPie,
    prefix: 'ALLOC',
    list: '/direction/allocations',
  },
  {
    to: '/direction/scenarios',
    word: 'page.scenarios',
    room: 'rail.direction',
    key: 'n',
    for: leadership,
    icon: Split,
    prefix: 'SCEN',
  },
  {
    to: '/build/delivery',
    word: 'page.delivery',
    room: 'rail.build',
    key: 'd',
    for: insiders,
    icon: Rocket,
    hasFilters: true,
  },
  {
    to: '/build/structure',
    word: 'page.structure',
    room: 'rail.build',
    key: 's',
    for: insiders,
    icon: Network,
    hasFilters: true,
  },
  {
    to: '/people/teams',
    word: 'page.teams',
    room: 'rail.people',
    key: 't',
    for: insiders,
    icon: Users,
    prefix: 'TEAM',
  },
  {
    to: '/people/people',
    word: 'page.people',
    room: 'rail.people',
    key: 'e',
    for: insiders,
    icon: User,
    prefix: 'PERSON',
  },
  {
    to: '/people/knowledge',
    word: 'page.knowledge',
    room: 'rail.people',
    key: 'k',
    for: leadership,
    icon: Brain,
    hasFilters: true,
  },
  {
    to: '/people/pace',
    word: 'page.pace',
    room: 'rail.people',
    key: 'p',
    for: insiders,
    icon: Clock,
    hasFilters: true,
  },
  {
    to: '/repositories',
    word: 'page.repositories',
    room: 'rail.setup',
    key: 'r',
    for: insiders,
    icon: Database,
  },
  { to: '/members', word: 'page.members', room: 'rail.setup', key: 'm', for: insiders, icon: UserCog },
  { to: '/backups', word: 'page.backups', room: 'rail.setup', key: 'b', for: ['owner'], icon: Archive },
  { to: '/account', word: 'page.account', room: 'rail.setup', key: 'a', for: everybody, icon: CircleUser },
] as const satisfies readonly {
  readonly to: string
  readonly word: string
  readonly room: (typeof rooms)[number]
  readonly key: string
  readonly icon: LucideIcon
  /** Whom it has something to show to. */
  readonly for: Roles
  /** Of the keys of the records that it lists. */
  readonly prefix?: string
  /** Where these are listed, where the page itself is more than their list. */
  readonly list?: string
  /** Whether it is about one repository, a part of it and a time. */
  readonly hasFilters?: true
}[]

export type Page = (typeof pages)[number]

/** Whether the address belongs to the page: it is the page's own or below it, its list's, or that of a record that it lists. */
export function isWithin(page: Page, pathname: string): boolean {
  if (pathname === page.to || pathname.startsWith(`${page.to}/`)) return true
  return (
    'prefix' in page &&
    (pathname === listOf(page) || pathname.toUpperCase().startsWith(`/RECORDS/${page.prefix}-`))
  )
}

/** Where the records of a page are listed. */
export function listOf(page: Page) {
  return 'list' in page ? page.list : page.to
}
