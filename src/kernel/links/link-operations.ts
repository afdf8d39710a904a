import { z } from 'zod'
import { defineOperation } from '../operation/define-operation.ts'
import { neighbours } from './read-links.ts'
import { addLink, removeLink } from './write-link.ts'

const key = z.string().max(40)
const ends = z.strictObject({ from: key, relation: z.string().max(40), to: key })

/** Links two records by a relation that joins their types. */
export const addLinkOperation = defineOperation({
  name: 'link.add',
  summary: {
    en: 'Link two records by a relation that joins their types.',
    de: 'Zwei Datensätze durch eine Beziehung verbinden, die ihre Arten verbindet.',
  },
  input: ends,
  // Who may write the record that the link starts from is looked at once it is found.
  access: ['owner', 'leader', 'member'],
  writes: true,
  run: addLink,
})

export const removeLinkOperation = defineOperation({
  name: 'link.remove',
  summary: {
    en: 'Take a link between two records away.',
    de: 'Eine Verbindung zwischen zwei Datensätzen lösen.',
  },
  input: ends,
  access: ['owner', 'leader', 'member'],
  writes: true,
  run: removeLink,
})

/** What a record is linked to. */
export const listLinks = defineOperation({
  name: 'link.list',
  summary: {
    en: 'Show what a record is linked to, in both directions.',
    de: 'Zeigen, womit ein Datensatz verbunden ist, in beiden Richtungen.',
  },
  input: z.strictObject({ key }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: async (context, given) => ({ links: await neighbours(context, given.key) }),
})
