import type { Layout } from './lay-out.ts'
import type { SeedWords } from './seed-words.ts'
import { nextOf, seedStream, wordsPerStream } from './sfc32.ts'

const share = 2 ** -32

/**
 * What each part holds in a trial: a size drawn from its whole numbers, times a split rate drawn from its range, rounded
 * to whole changes, one at least; and what the risks add that come true. Whether a risk does is drawn once for the bet,
 * everything else for each part by itself. Each has streams of its own, found by its names, and takes the same numbers in
 * the same trial whatever else is in the forecast: only so do two forecasts differ by what was changed, and by no luck.
 */
export function workDraw(layout: Layout, seed: SeedWords): (remaining: Int32Array) => void {
  const { parts, partBet, work } = layout
  const { low, choices, rateLow, rateWidth, riskStart, riskChance, riskLow, riskChoices } = work
  const [sizes, others] = [new Int32Array(parts * wordsPerStream), new Int32Array(parts * wordsPerStream)]
  for (let part = 0; part < parts; part++) {
    seedStream(sizes, part, seed.low, work.partWord[part]! ^ seed.high, 0)
    seedStream(others, part, seed.low, work.partWord[part]! ^ seed.high, 1)
  }
  const betStreams = new Int32Array(layout.bets * wordsPerStream)
  for (let bet = 0; bet < layout.bets; bet++)
    seedStream(betStreams, bet, seed.low, work.betWord[bet]! ^ seed.high, 0)
  const comesTrue = new Uint8Array(riskChance.length)
  const fixed = Int32Array.from(low, (size, part) => Math.max(1, Math.round(size * rateLow[part]!)))
  /** Nothing about it is by chance but its size. */
  const plain = Uint8Array.from(partBet, (bet, part) =>
    rateLow[part] === 1 && rateWidth[part] === 0 && riskStart[bet] === riskStart[bet + 1] ? 1 : 0,
  )
  const varies = Uint8Array.from(partBet, (bet, part) =>
    choices[part]! > 1 || rateWidth[part]! > 0 || riskStart[bet]! < riskStart[bet + 1]! ? 1 : 0,
  )

  return (remaining) => {
    if (comesTrue.length > 0) drawRisks()
    for (let part = 0; part < parts; part++) remaining[part] = varies[part] ? drawPart(part) : fixed[part]!
  }

  function drawRisks(): void {
    for (let bet = 0; bet < layout.bets; bet++) {
      for (let risk = riskStart[bet]!; risk < riskStart[bet + 1]!; risk++)
        comesTrue[risk] = nextOf(betStreams, bet) * share < riskChance[risk]! ? 1 : 0
    }
  }

  function drawPart(part: number): number {
    const bet = partBet[part]!
    const size = low[part]! + Math.floor(nextOf(sizes, part) * share * choices[part]!)
    if (plain[part]) return size
    const rate = rateLow[part]! + nextOf(others, part) * share * rateWidth[part]!
    let whole = Math.max(1, Math.round(size * rate))
    for (let risk = riskStart[bet]!; risk < riskStart[bet + 1]!; risk++) {
      const added = riskLow[risk]! + Math.floor(nextOf(others, part) * share * riskChoices[risk]!)
      if (comesTrue[risk]) whole += added
    }
    return whole
  }
}
