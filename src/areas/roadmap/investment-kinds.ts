/** What effort is spent on, by the words that the investment mix of delivered changes has, too. Safe in a browser. */
export const investmentKinds = {
  feature: { en: 'Feature', de: 'Funktion' },
  foundation: { en: 'Foundation', de: 'Fundament' },
  reliability: { en: 'Reliability', de: 'Zuverlässigkeit' },
  learning: { en: 'Learning', de: 'Lernen' },
  upkeep: { en: 'Upkeep', de: 'Pflege' },
} as const
