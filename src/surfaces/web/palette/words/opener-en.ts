export const words = { open: 'Search' }
