import type { Client } from '@modelcontextprotocol/client'
import { call, recordFrom } from '../../src/surfaces/mcp/testing/an-agent.ts'

/** Asks every tool about records for those of one type. */
export async function throughAllTools(client: Client, command: string, title: string, fields: object) {
  const type = command.split(' ')[1] ?? ''
  const { key } = await recordFrom(client, 'create', { type, fields: { ...fields, [title]: 'Of an agent' } })
  const second = await recordFrom(client, 'create', { type, fields: { ...fields, [title]: 'Another' } })
  await call(client, 'get', { key })
  await call(client, 'change', { key, version: 1, fields: { [title]: 'Otherwise' } })
  await call(client, 'archive', { key, version: 2 })
  await call(client, 'restore', { key, version: 3 })
  await call(client, 'list', { type })
  await call(client, 'history', { key })
  await call(client, 'link', { from: key, relation: 'relates', to: second.key })
  await call(client, 'links', { key })
  await call(client, 'unlink', { from: key, relation: 'relates', to: second.key })
}
