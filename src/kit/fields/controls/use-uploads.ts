import { useEffect, useRef, useState } from 'react'
import { fileEndings, mostFileBytes, typeOfName, type Attachment } from '#kernel/shape.ts'
import { ApiProblem } from '#kit/api/request.ts'
import { uploadFile } from '#kit/api/upload-file.ts'
import { useWords } from '#kit/language/words.ts'
import { filesOf } from '../attached-file.tsx'
import { fieldWords } from '../words/words.ts'

/** A file on its way, or one that did not make it: then a sentence says why. */
export interface Upload {
  readonly number: number
  readonly name: string
  /** From 0 to 1. */
  readonly share: number
  readonly problem?: string
}

interface Asked {
  readonly value: unknown
  readonly most: number
  readonly onChange: (value: unknown) => void
}

let lastNumber = 0

/**
 * Uploads files one after the other into the value of a field. Until all are there the value holds names of those on
 * their way, which nothing can be saved with.
 */
export function useUploads({ value, most, onChange }: Asked) {
  const words = useWords(fieldWords)
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [said, setSaid] = useState('')
  const files = useRef(filesOf(value))
  const waiting = useRef<
    readonly { readonly number: number; readonly file: File; readonly stop: AbortController }[]
  >([])
  files.current = filesOf(value)

  const give = (next: readonly Attachment[]) => {
    files.current = next
    const all = [...next, ...waiting.current.map(({ file }) => ({ uploading: file.name }))]
    onChange(all.length === 0 ? null : all)
  }
  const put = (number: number, change: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.number === number ? { ...each, ...change } : each)))
  const drop = (number: number) => setUploads((all) => all.filter((each) => each.number !== number))

  // What was on its way when the form was left is not there.
  useEffect(() => {
    if (Array.isArray(value) && value.length > filesOf(value).length) give(filesOf(value))
    return () => {
      for (const { stop } of waiting.current) stop.abort()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the control comes and when it goes
  }, [])

  function problemWith(file: File): string | undefined {
    if (typeOfName(file.name) === null)
      return words('attachments.kind', { name: file.name, endings: fileEndings.join(', ') })
    if (file.size > mostFileBytes) return words('attachments.tooLarge', { name: file.name })
    if (files.current.length + waiting.current.length >= most)
      return words('attachments.most', { count: most })
    return undefined
  }

  async function run(number: number): Promise<void> {
    const own = waiting.current.find((each) => each.number === number)
    if (!own) return
    let problem: string | undefined
    let next = files.current
    try {
      const made = await uploadFile(own.file, {
        onProgress: (share) => put(number, { share }),
        signal: own.stop.signal,
      })
      if (files.current.some(({ id }) => id === made.id))
        problem = words('attachments.twice', { name: made.name })
      else next = [...files.current, made]
      if (problem === undefined) setSaid(words('attachments.done', { name: made.name }))
    } catch (error) {
      if (!own.stop.signal.aborted) problem = reasonOf(error, own.file.name)
    }
    waiting.current = waiting.current.filter((each) => each.number !== number)
    if (own.stop.signal.aborted && problem === undefined) return
    give(next)
    if (problem === undefined) drop(number)
    else put(number, { problem })
    const [following] = waiting.current
    if (following) await run(following.number)
  }

  function reasonOf(error: unknown, name: string): string {
    if (error instanceof ApiProblem) return [error.message, error.hint].filter(Boolean).join(' ')
    return words('attachments.unreachable', { name })
  }

  return {
    uploads,
    /** What became of the last one, for whoever hears it. */
    said,
    add(given: readonly File[]) {
      const isIdle = waiting.current.length === 0
      for (const file of given) {
        const number = ++lastNumber
        const problem = problemWith(file)
        setUploads((all) => [
          ...all,
          { number, name: file.name, share: 0, ...(problem !== undefined && { problem }) },
        ])
        if (problem === undefined)
          waiting.current = [...waiting.current, { number, file, stop: new AbortController() }]
      }
      const [first] = waiting.current
      if (first) give(files.current)
      if (isIdle && first) void run(first.number)
    },
    /** Stops one that is on its way, or takes the sentence about one that did not make it away. */
    end(number: number) {
      const own = waiting.current.find((each) => each.number === number)
      const wasFirst = own !== undefined && waiting.current[0] === own
      waiting.current = waiting.current.filter((each) => each !== own)
      own?.stop.abort()
      drop(number)
      if (own) give(files.current)
      const [following] = waiting.current
      if (wasFirst && following) void run(following.number)
    },
    remove(id: string) {
      give(files.current.filter((file) => file.id !== id))
    },
    putBack(file: Attachment) {
      if (files.current.every(({ id }) => id !== file.id) && files.current.length < most)
        give([...files.current, file])
    },
  }
}
