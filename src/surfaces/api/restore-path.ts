/** The address that takes a backup: something else than JSON, and more of it. */
export const restorePath = '/api/v1/restore'
