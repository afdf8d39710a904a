/** Those who must agree before a bet is shaped. Safe in a browser. */
export const sides = ['product', 'design', 'engineering'] as const
