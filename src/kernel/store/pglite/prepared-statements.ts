import { parse, protocol, type PGlite, type Results } from '@electric-sql/pglite'

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>
type BoundValue = Parameters<PGlite['serializers'][number]>[0]

const nothing: Results = { rows: [], fields: [] }

interface Prepared {
  readonly name: string
  /** The types of its parameters, by PostgreSQL's ids. */
  readonly types: readonly number[]
  /** What its rows look like, which does not come again with each of them. */
  readonly rows: Messages
}

/** So many stay prepared: those of all pages and of what runs beside them; a plan takes some tens of kilobytes. */
const most = 200
/** What is asked only once, such as a list of keys as long as it happens to be, is not worth preparing. */
const remembered = 1000

/** After so many rows were written, how the statements are best answered is thought over. */
const growth = 1000

const changesTables = /\b(?:create|alter|drop|truncate)\b/i
const preparable = /^\s*(?:select|insert|update|delete|with)\b/i
/** What changes no table, and takes no values. */
const control = /^\s*(?:start transaction|begin|commit|rollback|savepoint|release|set)\b/i

/**
 * Statements that PostgreSQL keeps analysed under a name from the second time they are asked: PGlite's own `query`
 * analyses each anew, and takes five messages for what needs one.
 */
export class PreparedStatements {
  readonly #database: PGlite
  readonly #seen = new Set<string>()
  readonly #prepared = new Map<string, Prepared>()
  #named = 0
  #written = 0
  /** Whether tables changed in a transaction that may still be taken back. */
  #isUnsettled = false

  constructor(database: PGlite) {
    this.#database = database
  }

  /** One statement with its values; errors are PGlite's. */
  async query(text: string, values: readonly unknown[]): Promise<Results> {
    if (preparable.test(text)) return this.#noted(await this.#again(text, values))
    if (control.test(text)) return this.#control(text)
    // A table that changed may give its statements other columns.
    await this.#forget()
    return this.#database.query(text, [...values])
  }

  async #control(text: string): Promise<Results> {
    const [result = nothing] = await this.#database.exec(text)
    if (this.#isUnsettled && result.command === 'ROLLBACK') await this.#forget()
    if (result.command === 'ROLLBACK' || result.command === 'COMMIT') this.#isUnsettled = false
    return result
  }

  /** Several statements without values, one after the other. */
  async script(text: string): Promise<Results[]> {
    if (changesTables.test(text)) await this.#forget()
    const results = await this.#database.exec(text)
    for (const result of results) await this.#noted(result)
    return results
  }

  /**
   * A plan is for the size that the tables had: what goes through a small one row by row would go on doing so when it is
   * large. PostgreSQL itself notices when it analyses tables, which nobody does here in the midst of work.
   */
  async #noted(result: Results): Promise<Results> {
    this.#written += result.affectedRows ?? 0
    if (this.#written >= growth) {
      this.#written = 0
      await this.#database.exec('discard plans')
    }
    return result
  }

  async #forget(): Promise<void> {
    this.#isUnsettled = true
    this.#seen.clear()
    if (this.#prepared.size === 0) return
    this.#prepared.clear()
    await this.#database.exec('deallocate all')
  }

  async #again(text: string, values: readonly unknown[]): Promise<Results> {
    const known = this.#prepared.get(text)
    if (!known && !this.#seen.has(text)) {
      keep(this.#seen, text)
      return this.#database.query(text, [...values])
    }
    const { name, types, rows } = known ?? (await this.#prepare(text))
    if (known) {
      // The last that was used is the last to go.
      this.#prepared.delete(text)
      this.#prepared.set(text, known)
    }
    const bound = values.map((value, at) => this.#toText(value, types[at] ?? 0))
    const answer = await this.#send([
      protocol.serialize.bind({ statement: name, values: bound }),
      protocol.serialize.execute({}),
    ])
    const [result] = parse.parseResults([...rows, ...answer], this.#database.parsers)
    return result ?? nothing
  }

  async #prepare(text: string): Promise<Prepared> {
    if (this.#prepared.size >= most) await this.#dropOldest()
    const name = `kept_${this.#named++}`
    const answer = await this.#send([
      protocol.serialize.parse({ name, text }),
      protocol.serialize.describe({ type: 'S', name }),
    ])
    const prepared = {
      name,
      types: parse.parseDescribeStatementResults(answer),
      rows: answer.filter((message) => message.name === 'rowDescription'),
    }
    this.#prepared.set(text, prepared)
    return prepared
  }

  async #dropOldest(): Promise<void> {
    for (const [text, { name }] of this.#prepared) {
      this.#prepared.delete(text)
      await this.#send([protocol.serialize.close({ type: 'S', name })])
      return
    }
  }

  #toText(value: unknown, type: number): BoundValue {
    if (value === null || value === undefined) return null
    const serialize = this.#database.serializers[type]
    if (serialize) return serialize(value)
    return (value as { toString(): string }).toString() // as PGlite itself does with types it knows nothing of
  }

  /** Ended by the message after which PostgreSQL answers anew, whatever of them failed. */
  async #send(messages: readonly Uint8Array[]): Promise<Messages> {
    return this.#database.execProtocolStream(Buffer.concat([...messages, protocol.serialize.sync()]), {
      syncToFs: true,
    })
  }
}

function keep(seen: Set<string>, text: string): void {
  seen.add(text)
  if (seen.size <= remembered) return
  const [oldest] = seen
  if (oldest !== undefined) seen.delete(oldest)
}
