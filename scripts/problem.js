/** Something the user can act on: shown as its message, without a stack. */
export class Problem extends Error {}
