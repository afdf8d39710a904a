import { oncePerParts, type Parts } from './once-per-parts.ts'
import { humans, isEdge } from './people-changes.ts'

/**
 * Who knows each file at the head, by degree of authorship. The pairs of file f are those from `start[f]` up to
 * `start[f + 1]`. For inner use: nothing of it leaves the engine but counts of people.
 */
export interface Authorship {
  readonly start: Int32Array
  readonly person: Int32Array
  /** Changes of the person to the file, making it included. */
  readonly changes: Int32Array
  /** 1 where the person is an author of the file. */
  readonly isAuthor: Uint8Array
}

/**
 * Degree of authorship of one person in one file (Avelino, Passos, Hora, Valente: A Novel Approach for Estimating Truck
 * Factors, ICPC 2016): `own` changes, `others` changes by others, both without the commits that made the file.
 */
export function degreeOfAuthorship(maker: boolean, own: number, others: number): number {
  return lowestDegree + (maker ? 1.098 : 0) + 0.164 * own - 0.321 * Math.log(1 + others)
}

const lowestDegree = 3.293
const shareOfHighest = 0.75
const [added, deleted] = ['A', 'D'].map((letter) => letter.charCodeAt(0))

/**
 * Authors of all files at the head, over the whole history. As in the authors' reference tool (aserg-ufmg/Truck-Factor,
 * `DOACalculator` and `AuthorshipInfo`): adding a file makes a maker, also a second one, and is no change; renaming is a
 * change; deleting is none. A co-author has made the change as well; a change by two is one change to everybody else.
 */
export const authorship = oncePerParts(['boundaryCommits'], (evidence): Authorship => {
  const touches = touchesByFile(evidence)
  const { start, person: toucher, made } = touches
  const people = evidence.history.people
  const own = new Int32Array(people)
  const makes = new Int32Array(people)
  const pairStart = new Int32Array(start.length)
  const person: number[] = []
  const changes: number[] = []
  const isAuthor: number[] = []

  for (let file = 0; file + 1 < start.length; file++) {
    const first = person.length
    for (let at = start[file] ?? 0; at < (start[file + 1] ?? 0); at++) {
      const who = toucher[at] ?? 0
      if (own[who] === 0 && makes[who] === 0) person.push(who)
      if (made[at] === 1) makes[who] = 1
      else own[who] = (own[who] ?? 0) + 1
    }
    judge(first, touches.changes[file] ?? 0)
    pairStart[file + 1] = person.length
  }
  return {
    start: pairStart,
    person: Int32Array.from(person),
    changes: Int32Array.from(changes),
    isAuthor: Uint8Array.from(isAuthor),
  }

  function judge(first: number, total: number) {
    let highest = 0
    const degrees: number[] = []
    for (let pair = first; pair < person.length; pair++) {
      const who = person[pair] ?? 0
      const mine = own[who] ?? 0
      const degree = degreeOfAuthorship(makes[who] === 1, mine, total - mine)
      degrees.push(degree)
      highest = Math.max(highest, degree)
    }
    for (let pair = first; pair < person.length; pair++) {
      const who = person[pair] ?? 0
      const degree = degrees[pair - first] ?? 0
      const knowsEnough = degree >= lowestDegree || makes[who] === 1
      isAuthor.push(degree > shareOfHighest * highest && knowsEnough ? 1 : 0)
      changes.push((own[who] ?? 0) + (makes[who] ?? 0))
      own[who] = 0
      makes[who] = 0
    }
  }
})

/** For each file at the head who touched it and how, one entry a commit and person, and its number of changes. */
function touchesByFile(evidence: Parts<'boundaryCommits'>) {
  const { history } = evidence
  const { start: peopleStart, people } = humans(evidence)
  const atHead = new Uint8Array(history.files.length)
  for (const file of history.filesAtHead) atHead[file] = 1
  const start = new Int32Array(history.files.length + 1)
  const changes = new Int32Array(history.files.length)
  eachTouch((file, _, made, first) => {
    start[file + 1] = (start[file + 1] ?? 0) + 1
    if (first && !made) changes[file] = (changes[file] ?? 0) + 1
  })
  for (let file = 0; file < history.files.length; file++)
    start[file + 1] = (start[file + 1] ?? 0) + (start[file] ?? 0)
  const person = new Int32Array(start[history.files.length] ?? 0)
  const made = new Uint8Array(person.length)
  const next = start.slice()
  eachTouch((file, who, isMade) => {
    const slot = next[file] ?? 0
    person[slot] = who
    made[slot] = isMade ? 1 : 0
    next[file] = slot + 1
  })
  return { start, person, made, changes }

  function eachTouch(visit: (file: number, person: number, made: boolean, first: boolean) => void) {
    for (let commit = 0; commit < history.length; commit++) {
      const from = history.changeStart[commit] ?? 0
      const to = history.changeStart[commit + 1] ?? from
      if (from === to || isEdge(evidence, commit)) continue
      for (let change = from; change < to; change++) {
        const file = history.changeFile[change] ?? 0
        const status = history.changeStatus[change]
        if (atHead[file] === 0 || status === deleted) continue
        const first = peopleStart[commit] ?? 0
        for (let at = first; at < (peopleStart[commit + 1] ?? first); at++) {
          visit(file, people[at] ?? 0, status === added, at === first)
        }
      }
    }
  }
}
