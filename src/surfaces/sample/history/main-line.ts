import type { BetAtWork, Colleague } from './company.ts'
import type { Dice } from './dice.ts'
import { ImportStream, type ToldCommit } from './import-stream.ts'
import { everydayKinds, kindsOfBet, partsOfCode, verbs, type Kind, type PartOfCode } from './parts-of-code.ts'
import { partForBet } from './work-of-bets.ts'
import { branchOf, withTrailers } from './work-names.ts'
import { manifest, WorkingCopy } from './working-copy.ts'

const main = 'refs/heads/main'
const bot = 'renovate[bot] <renovate[bot]@larkenfeld.example>'
interface Moment {
  readonly at: number
  readonly offset: string
  readonly ago: number
  readonly colleagues: readonly Colleague[]
}

/** Something that somebody is at: on a branch of its own, or small enough for one commit. */
interface Work {
  readonly part: PartOfCode
  readonly kind: Kind
  readonly thing: string
  /** What a message names: the trailer, and the key of a bet or a goal behind it. */
  readonly trailer: string | null
  readonly branch: string | null
  readonly paths: readonly string[]
  left: number
  tip: ToldCommit
}

/** A change that came by itself in one commit, as long as nothing came after it in its files. */
interface Single {
  readonly commit: ToldCommit
  readonly subject: string
  readonly before: ReadonlyMap<string, readonly string[]>
  readonly after: ReadonlyMap<string, string>
}

/** The main line of the repository and the branches that leave it and come back. */
export class MainLine {
  private readonly stream = new ImportStream()
  private readonly copy: WorkingCopy
  private readonly dice: Dice
  private tip: ToldCommit | null = null
  private readonly begun = new Set<PartOfCode>()
  private readonly atWork = new Map<string, Work>()
  private released: ToldCommit | null = null
  private singles: Single[] = []
  private minor = 0
  private patch = 0
  private updates = 0
  private requests = 100

  constructor(dice: Dice) {
    this.dice = dice
    this.copy = new WorkingCopy(dice)
  }

  /** Somebody goes on with what they are at, or begins something. */
  goOn(colleague: Colleague, moment: Moment): void {
    if (this.beginParts(colleague, moment)) return
    const work = this.atWork.get(colleague.author)
    if (!work) return this.begin(colleague, moment)
    if (work.left > 0) return this.commitTo(work, colleague, moment)
    this.merge(work, colleague, moment)
  }

  /** The bot brings a dependency up to date. */
  update(at: number): void {
    if (!this.tip) return
    const part = this.dice.pick([...this.begun])
    const path = `${part.folder}/package.json`
    this.updates += 1
    this.copy.put(path, manifest(`@larkenfeld/${part.scope}`, this.updates))
    this.toMain(bot, bot, at, '+0000', `chore(deps): update dependency cloud-table to v4.${this.updates}\n`, [
      path,
    ])
  }

  release(colleagues: readonly Colleague[], at: number, ago: number): void {
    if (!this.tip || this.tip === this.released) return
    this.minor += 1
    this.patch = 0
    // The second year began with a new first part.
    this.tag(`v${ago > 365 ? 0 : 1}.${this.minor}.0`, colleagues, at)
  }

  /** What the last release broke is taken back where it stood alone, else mended, and released at once. */
  mend(colleagues: readonly Colleague[], at: number): void {
    const last = this.lastTag
    if (!last || !this.tip || colleagues.length === 0) return
    const author = this.dice.pick(colleagues).author
    const single = this.singles.find((each) => this.isLatest(each))
    if (single && this.dice.chance(0.5)) {
      for (const [path, lines] of single.before) this.copy.write(path, lines)
      const message = `Revert "${single.subject}"\n\nThis reverts commit ${single.commit.hash}.\n`
      this.toMain(author, author, at, '+0100', message, [...single.before.keys()])
    } else {
      const part = this.dice.pick([...this.begun])
      const path = [...this.copy.texts.keys()].find(
        (each) => each.startsWith(`${part.folder}/src/`) && this.copy.isFree(each),
      )
      if (path === undefined) return
      this.copy.work(path, false)
      const message = `fix(${part.scope}): ${this.dice.pick(verbs.fix)} ${this.dice.pick(part.things)} after the release\n`
      this.toMain(author, author, at, '+0100', message, [path])
    }
    this.patch += 1
    this.tag(last.replace(/\d+$/, String(this.patch)), colleagues, at + 8 * 60_000)
  }

  /** The whole history; what was not merged yet stays a branch. */
  end(): Buffer {
    for (const work of this.atWork.values())
      if (work.branch !== null && work.tip !== this.tip)
        this.stream.branch(`refs/heads/${work.branch}`, work.tip)
    this.stream.branch('refs/heads/unmerged', null)
    return this.stream.end()
  }

  private lastTag: string | null = null

  private tag(name: string, colleagues: readonly Colleague[], at: number): void {
    if (!this.tip) return
    const tagger = colleagues.length > 0 ? this.dice.pick(colleagues).author : bot
    this.stream.tag(name, this.tip, tagger, at)
    this.lastTag = name
    this.released = this.tip
  }

  /** Parts of the repository that are due are begun by whoever comes first and owns them. */
  private beginParts({ author, team }: Colleague, { at, offset, ago }: Moment): boolean {
    const due = partsOfCode.filter(
      (part) =>
        !this.begun.has(part) &&
        part.since >= ago &&
        (!this.tip || (team.folders.includes(part.folder) && author.startsWith(part.known ?? ''))),
    )
    if (due.length === 0) return false
    for (const part of due) this.begun.add(part)
    const paths = due.flatMap((part) => this.copy.begin(part))
    const message = this.tip
      ? `feat(${due[0]?.scope}): begin ${due.map(({ folder }) => folder).join(', ')}\n`
      : 'chore: bring the prototype along\n'
    this.toMain(author, author, at, offset, message, paths)
    return true
  }

  private begin(colleague: Colleague, moment: Moment): void {
    const { team } = colleague
    const bet = team.bets.length > 0 && this.dice.chance(0.92) ? this.dice.pick(team.bets) : null
    const isBegun = bet !== null && this.beginForBet(bet, colleague, moment)
    if (!isBegun) this.beginEveryday(colleague, moment)
  }

  private beginForBet(bet: BetAtWork, colleague: Colleague, moment: Moment): boolean {
    const parts = this.partsFor(colleague)
      .filter(({ folder }) => colleague.team.folders.includes(folder))
      .flatMap((part) => partForBet(part, bet.name) ?? [])
    if (parts.length === 0) return false
    const part = this.dice.favour(parts)
    const kind = this.dice.pick(kindsOfBet[bet.investment] ?? everydayKinds)
    const under = part.files.filter((file) =>
      bet.paths.some((path) => `${part.folder}/src/${file}`.startsWith(path)),
    )
    // Where paths say what belongs to the bet, people leave it to them; elsewhere they forget it now and then.
    const isUnnamed = this.dice.chance(under.length > 0 ? 0.35 : 0.06)
    const trailer = isUnnamed ? null : `Bet: ${bet.key}`
    if (isUnnamed && under.length > 0)
      return this.beginWork({ ...part, files: under }, kind, colleague, moment, null)
    if (this.beginWork(part, kind, colleague, moment, trailer)) return true
    // Where others are at those files, there is work for the bet around them.
    const around = partsOfCode.find(({ folder }) => folder === part.folder) ?? part
    return this.beginWork({ ...around, things: part.things }, kind, colleague, moment, trailer)
  }

  private beginEveryday(colleague: Colleague, moment: Moment): void {
    const { team } = colleague
    const open = this.partsFor(colleague)
    const own = open.filter(({ folder }) => team.folders.includes(folder))
    const part = own.length > 0 && this.dice.chance(0.9) ? this.dice.favour(own) : this.dice.pick(open)
    const goal =
      own.includes(part) && team.goals.length > 0 && this.dice.chance(0.25)
        ? this.dice.pick(team.goals)
        : null
    this.beginWork(part, this.dice.pick(everydayKinds), colleague, moment, goal && `Goal: ${goal}`)
  }

  private partsFor({ author }: Colleague): readonly PartOfCode[] {
    return [...this.begun].filter(({ known = '' }) => author.startsWith(known) || this.dice.chance(0.05))
  }

  private beginWork(
    part: PartOfCode,
    kind: Kind,
    colleague: Colleague,
    moment: Moment,
    trailer: string | null,
  ): boolean {
    const { author, team } = colleague
    const paths = this.copy.take(part, kind === 'feat', author.length * 5)
    if (paths.length === 0 || !this.tip) return false
    const thing = this.dice.pick(part.things)
    const isSmall = this.dice.chance(0.3)
    // Changes became smaller with the years.
    const left = isSmall ? 1 : this.dice.between(1, moment.ago > 300 ? 6 : moment.ago > 150 ? 4 : 3)
    const branch = isSmall ? null : branchOf(team.name, trailer, thing)
    const work: Work = { part, kind, thing, trailer, branch, paths, left, tip: this.tip }
    this.atWork.set(author, work)
    this.commitTo(work, colleague, moment)
    return true
  }

  private commitTo(work: Work, { author }: Colleague, moment: Moment): void {
    const { part, kind, thing, trailer, branch, paths } = work
    const some = paths.length > 1 && branch !== null ? paths.filter(() => this.dice.chance(0.7)) : paths
    const touched = some.length > 0 ? some : paths
    const before = new Map(touched.flatMap((path) => [[path, this.copy.linesOf(path) ?? null] as const]))
    for (const path of touched) this.copy.work(path, kind === 'feat' || kind === 'test')
    const subject = `${kind}(${part.scope}): ${this.dice.pick(verbs[kind])} ${thing}`
    const trailers = [
      ...(trailer !== null && branch === null ? [trailer] : []),
      ...(this.dice.chance(0.3 - moment.ago / 1300)
        ? ['Co-authored-by: aider (large model) <noreply@aider.chat>']
        : []),
    ]
    work.left -= 1
    if (branch === null) {
      this.requests += 1
      const titled = `${subject} (#${this.requests})`
      const commit = this.toMain(
        author,
        author,
        moment.at,
        moment.offset,
        withTrailers(titled, trailers),
        touched,
      )
      const known = [...before].flatMap(([path, lines]) => (lines ? [[path, lines] as const] : []))
      if (known.length === before.size)
        this.singles.push({ commit, subject: titled, before: new Map(known), after: this.textsOf(touched) })
      this.finish(work, author)
      return
    }
    work.tip = this.stream.commit({
      ref: 'refs/heads/unmerged',
      author,
      committer: author,
      at: moment.at,
      offset: moment.offset,
      message: withTrailers(subject, trailers),
      parents: [work.tip],
      files: this.textsOf(touched),
    })
  }

  private merge(work: Work, { author, team }: Colleague, { at, offset, colleagues }: Moment): void {
    const others = colleagues.filter((each) => each.team.name === team.name && each.author !== author)
    const by = others.length > 0 && this.dice.chance(0.85) ? this.dice.pick(others).author : author
    this.toMain(by, by, at, offset, `Merge branch '${work.branch}'\n`, work.paths, work.tip)
    this.finish(work, author)
  }

  private finish(work: Work, author: string): void {
    this.copy.release(work.paths)
    this.atWork.delete(author)
  }

  private toMain(
    author: string,
    committer: string,
    at: number,
    offset: string,
    message: string,
    paths: readonly string[],
    merged?: ToldCommit,
  ): ToldCommit {
    const parents = [...(this.tip ? [this.tip] : []), ...(merged ? [merged] : [])]
    const files = this.textsOf(paths)
    this.tip = this.stream.commit({ ref: main, author, committer, at, offset, message, parents, files })
    this.singles = this.singles.slice(-12)
    return this.tip
  }

  private isLatest({ after }: Single): boolean {
    return [...after].every(([path, text]) => this.copy.texts.get(path) === text && this.copy.isFree(path))
  }

  private textsOf(paths: readonly string[]): Map<string, string> {
    return new Map(
      paths.flatMap((path) => {
        const text = this.copy.texts.get(path)
        return text === undefined ? [] : [[path, text] as const]
      }),
    )
  }
}
