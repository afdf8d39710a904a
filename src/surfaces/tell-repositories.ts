import { evidenceSettings } from '#evidence/facts/evidence-settings.ts'
import { addRepository } from '#evidence/operations/add-repository.ts'
import { removeRepository } from '#evidence/operations/remove-repository.ts'
import type { Kernel, Operation } from '#kernel'
import { beginSample, removeSample } from './sample/sample-operations.ts'

type Told = readonly [repository: string, what: 'changed' | 'removed']

/** What operations do to repositories, by their names, from what they answer. */
const effects = new Map([
  effect(addRepository, ({ id }) => [[id, 'changed']]),
  effect(removeRepository, ({ id }) => [[id, 'removed']]),
  effect(beginSample, ({ repository }) => [[repository, 'changed']]),
  effect(removeSample, ({ repositories }) => repositories.map((id) => [id, 'removed'])),
])

/** Tells whoever follows repositories in this process what an operation has done to which of them. */
export function tellRepositories(kernel: Kernel, operation: string, output: unknown): void {
  for (const [repository, what] of effects.get(operation)?.(output) ?? [])
    evidenceSettings(kernel).changes.tell(repository, what)
}

function effect<Input, Output>({ name }: Operation<Input, Output>, told: (output: Output) => Told[]) {
  return [name, (output: unknown) => told(output as Output)] as const // found under the name of what answers so
}
