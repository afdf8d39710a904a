/** Where a provider sends browsers back to, below the server's own address. */
export const callbackPath = '/api/v1/session/provider/callback'
