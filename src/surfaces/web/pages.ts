import { Brain, Clock, Database, Network, Rocket, type LucideIcon } from 'lucide-react'

/** Every page of the rail in the order of a day: its address, its word, and the key that leads to it after `g`. */
export const pages = [
  { to: '/build/delivery', word: 'page.delivery', room: 'rail.build', key: 'd', icon: Rocket },
  { to: '/build/structure', word: 'page.structure', room: 'rail.build', key: 's', icon: Network },
  { to: '/people/knowledge', word: 'page.knowledge', room: 'rail.people', key: 'k', icon: Brain },
  { to: '/people/pace', word: 'page.pace', room: 'rail.people', key: 'p', icon: Clock },
  { to: '/repositories', word: 'page.repositories', room: 'rail.setup', key: 'r', icon: Database },
] as const satisfies readonly {
  readonly to: string
  readonly word: string
  readonly room: string
  readonly key: string
  readonly icon: LucideIcon
}[]

export type Page = (typeof pages)[number]
