import { defineOperation } from '#kernel/operation/define-operation.ts'
import { newAccount } from './add-member.ts'
import { createKey } from './key-operations.ts'
import { createOwner } from './owner-operations.ts'

/** Creates the owner's account with a key that may write, for what is to be done from the command line; both or neither. */
export const initWorkspace = defineOperation({
  name: 'workspace.init',
  summary: {
    en: 'Create the owner account of a new workspace, with a key for the command line.',
    de: 'Das Inhaberkonto eines neuen Arbeitsbereichs anlegen, mit einem Schlüssel für die Kommandozeile.',
  },
  input: newAccount,
  access: createOwner.access,
  by: 'person',
  writes: true,
  async run(context, account) {
    const { id } = await createOwner.run(context, account)
    const owner = { kind: 'user', id, roles: ['owner'] } as const
    const key = { name: 'leitstand init', scope: 'write', days: null } as const
    const { token } = await createKey.run({ ...context, actor: owner }, key)
    context.audit({ subject: { type: 'member', id }, payload: { role: 'owner' } })
    return { workspace: context.workspaceId, id, token }
  },
})
