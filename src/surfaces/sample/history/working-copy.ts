import { changeTogether, type PartOfCode } from './parts-of-code.ts'
import type { Dice } from './dice.ts'
import { newFile, worked } from './written-code.ts'

/** Everything that lies in the repository, as the last who wrote it left it. A file that somebody works on waits for them. */
export class WorkingCopy {
  readonly texts = new Map<string, string>()
  private readonly lines = new Map<string, readonly string[]>()
  private readonly taken = new Set<string>()
  private readonly dice: Dice

  constructor(dice: Dice) {
    this.dice = dice
  }

  /** Begins a part: its manifest, what it is for, and the first of its files. */
  begin(part: PartOfCode): string[] {
    const name = `@larkenfeld/${part.scope}`
    const written = [`${part.folder}/package.json`, `${part.folder}/README.md`]
    this.put(written[0] ?? '', manifest(name, 0))
    this.put(written[1] ?? '', `# ${name}\n\n${part.things.map((thing) => `- ${thing}\n`).join('')}`)
    for (const file of part.files.slice(0, Math.ceil(part.files.length / 2))) {
      const path = pathOf(part, file)
      this.write(path, newFile(this.dice, file))
      written.push(path)
    }
    return written
  }

  /** Files of the part to work on, with what changes along; none that somebody else works on. */
  take(part: PartOfCode, isFeature: boolean, home: number): string[] {
    // Everybody comes back to what they know.
    const turned = [
      ...part.files.slice(home % part.files.length),
      ...part.files.slice(0, home % part.files.length),
    ]
    const paths = new Set<string>()
    for (let count = this.dice.between(1, 3); count > 0; count--) {
      const path = pathOf(part, this.dice.favour(this.dice.chance(0.7) ? turned : part.files))
      if (this.taken.has(path) || (!isFeature && !this.texts.has(path))) continue
      paths.add(path)
      const test = path.replace(/\.(tsx?)$/, '.test.$1')
      if (this.dice.chance(0.45)) paths.add(test)
      const partner = changeTogether[path]
      if (partner !== undefined && this.texts.has(partner) && this.dice.chance(0.6)) paths.add(partner)
    }
    const free = [...paths].filter((path) => !this.taken.has(path))
    for (const path of free) this.taken.add(path)
    return free
  }

  release(paths: readonly string[]): void {
    for (const path of paths) this.taken.delete(path)
  }

  isFree(path: string): boolean {
    return !this.taken.has(path)
  }

  work(path: string, grows: boolean): void {
    const name = path.replace(/^.*\/|\.(test\.)?tsx?$/g, '')
    const before = this.lines.get(path)
    this.write(path, before ? worked(this.dice, name, before, grows) : newFile(this.dice, name))
  }

  write(path: string, lines: readonly string[]): void {
    this.lines.set(path, lines)
    this.texts.set(path, `${lines.join('\n')}\n`)
  }

  put(path: string, content: string): void {
    this.texts.set(path, content)
  }

  linesOf(path: string): readonly string[] | undefined {
    return this.lines.get(path)
  }
}

export function manifest(name: string, updates: number): string {
  const dependencies = { 'cloud-table': `4.${updates}.0`, 'paper-forms': `2.${Math.floor(updates / 2)}.1` }
  return `${JSON.stringify({ name, private: true, dependencies }, null, 2)}\n`
}

function pathOf({ folder, extension }: PartOfCode, file: string): string {
  return `${folder}/src/${file}.${extension}`
}
