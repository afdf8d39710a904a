/** What is known where verbs are tried: a repository, one of its commits, and the first record of every type. */
interface Known {
  readonly repository: string
  readonly hash: string
}

/** What each verb of an area is asked with, by the name of its operation; a refusal that it gives itself is an answer, too. */
export function verbExamples({ repository, hash }: Known): Readonly<Record<string, object>> {
  return {
    'vision.publish': { key: 'VISION-1' },
    'vision.edition': { key: 'VISION-1', edition: 1 },
    'vision.mark-read': { key: 'VISION-1', read: 'yes' },
    'vision.readers': { key: 'VISION-1' },
    'strategy.publish': { key: 'STRAT-1' },
    'strategy.tree': { goals: 'all' },
    'goal.changes': { key: 'GOAL-1', limit: 10 },
    'roadmap.forecast': { trials: 100 },
    'roadmap.export': { as: 'markdown', for: 'board' },
    'roadmap.alignment': { weeks: 4 },
    'roadmap.unjoined': {},
    'roadmap.assign': { repository, hashes: [hash], bet: 'BET-1' },
    'attention.list': {},
    'roadmap.split': { quarter: '2026-Q1' },
    'roadmap.changes': { quarter: '2026-Q1', kind: 'feature' },
    'bet.changes': { key: 'BET-1', limit: 10 },
    'bet.add-path': { key: 'BET-1', version: 1, pattern: 'src/pay/**' },
    'bet.agree': { key: 'BET-1', side: 'product' },
    'roadmap.kept-forecast': { day: '2026-01-31' },
    'roadmap.moved': { since: '2026-01-31' },
    'bet.moved': { key: 'BET-1', since: '2026-01-31' },
    'roadmap.backtest': { size: 5 },
    'roadmap.compare': { trials: 100, scenarios: [{ title: 'What if', differences: {} }] },
    'pivot.preview': { key: 'PIVOT-1' },
    'pivot.take': { key: 'PIVOT-1', why: 'It is the better market.' },
    'roadmap.bring-in-preview': { name: 'bets.csv', content: btoa('Title\nFaster\n'), as: 'bet' },
    'roadmap.bring-in': { name: 'bets.csv', content: btoa('Title\nFaster\n'), as: 'bet' },
    'customers.inbox': { view: 'untold' },
    'customers.weight': { ended: 'yes' },
    'bet.insights': { key: 'BET-1' },
    'insight.propose': { key: 'INS-1' },
    'insight.new-bet': { key: 'INS-1', title: 'Shorter bills' },
    'pivot.tell': { key: 'PIVOT-1', whom: 'Investors', due: '2026-02-01' },
    'scenario.adopt': { key: 'SCEN-1', why: 'It is the better plan.' },
  }
}
