import { Refusal } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/record/words.ts'

const shown = 20
const kept = 200

/** What is wrong with the files of an import, gathered so that all of it can be told at once. */
export class FileFaults {
  readonly #found: { readonly path: string; readonly line: number | null; readonly message: Words }[] = []
  #count = 0

  /** Notes what is wrong in a file; `line` counts from 1, null where it is about the whole file. */
  add(path: string, line: number | null, message: Words): void {
    this.#count += 1
    if (this.#found.length < kept) this.#found.push({ path, line, message })
  }

  get count(): number {
    return this.#count
  }

  /** Refuses with everything that was noted; does nothing where nothing was. */
  refuse(): void {
    if (this.#count === 0) return
    const list = (language: 'en' | 'de') => {
      const sentences = this.#found
        .slice(0, shown)
        .map(({ path, line, message }) => `${placeOf(path, line)[language]}: ${message[language]}`)
        // One a line, whatever a file is called.
        .map((sentence) => sentence.replace(/\s+/g, ' '))
      const more = this.#count - sentences.length
      const rest = language === 'en' ? `And ${more} more.` : `Und ${more} weitere.`
      return [...sentences, ...(more > 0 ? [rest] : [])].join('\n')
    }
    throw new Refusal(
      'invalid',
      {
        en: `The folder was not imported, and nothing was written.\n${list('en')}`,
        de: `Der Ordner wurde nicht importiert, und nichts wurde geschrieben.\n${list('de')}`,
      },
      {
        en: 'Correct the files, or export the folder again.',
        de: 'Berichtige die Dateien oder exportiere den Ordner noch einmal.',
      },
      this.#found.map(({ path, line, message }) => ({
        path: line === null ? path : `${path}:${line}`,
        message,
      })),
    )
  }
}

function placeOf(path: string, line: number | null): Words {
  return line === null
    ? { en: path, de: path }
    : { en: `${path}, line ${line}`, de: `${path}, Zeile ${line}` }
}
