import { z } from 'zod'
import { defineOperation } from '../operation/define-operation.ts'
import { neighbours } from './read-links.ts'
import { addLink, removeLink } from './write-link.ts'

const key = z.string().max(40)
const ends = z.strictObject({ from: key, relation: z.string().max(40), to: key })

/** Links two records by a relation that joins their types. */
export const addLinkOperation = defineOperation({
  name: 'link.add',
  input: ends,
  // Who may write the record that the link starts from is looked at once it is found.
  access: ['owner', 'leader', 'member'],
  writes: true,
  run: addLink,
})

export const removeLinkOperation = defineOperation({
  name: 'link.remove',
  input: ends,
  access: ['owner', 'leader', 'member'],
  writes: true,
  run: removeLink,
})

/** What a record is linked to. */
export const listLinks = defineOperation({
  name: 'link.list',
  input: z.strictObject({ key }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: async (context, given) => ({ links: await neighbours(context, given.key) }),
})
