import { parentPort } from 'node:worker_threads'
import { Refusal } from '#kernel/operation/refusal.ts'
import { doTask, type TaskAnswer, type TaskRequest } from './forecast-task.ts'

const port = parentPort
if (port === null) throw new Error('Forecasts are calculated in a worker thread.')

port.on('message', (request: TaskRequest) => port.postMessage(answer(request)))

function answer({ id, task, ended }: TaskRequest): TaskAnswer {
  try {
    const mayGoOn = () => {
      if (Atomics.load(ended, 0) !== 0) throw new Error('Nobody waits for this forecast any more.')
    }
    mayGoOn()
    return { id, result: doTask(task, mayGoOn) }
  } catch (error) {
    if (!(error instanceof Refusal))
      return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    const { code, words, hintWords, fields } = error
    return { id, refused: { code, words, ...(hintWords && { hint: hintWords }), fields } }
  }
}
