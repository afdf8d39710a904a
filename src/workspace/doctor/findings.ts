import type { Words } from '#kernel/record/words.ts'

/** Something in the database that no operation leaves behind. */
export interface Finding {
  readonly about: 'record' | 'history' | 'link' | 'number' | 'file'
  /** Of the record that it is about; of a file its hash. */
  readonly key: string
  readonly message: Words
}

const most = 200

/** What was found, as far as it is worth listing, and how much there is in all. */
export class Findings {
  readonly all: Finding[] = []
  count = 0

  add(about: Finding['about'], key: string, en: string, de: string): void {
    this.count += 1
    if (this.all.length < most) this.all.push({ about, key, message: { en, de } })
  }
}
