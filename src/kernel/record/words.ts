/** The languages of the product. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** The same said in every language; one that is missing does not compile. */
export type Words = Readonly<Record<Language, string>>
