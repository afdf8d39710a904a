/** Where the records are listed that files bring in. */
export const listOf = { bet: '/direction/bets', insight: '/direction/insights' } as const
