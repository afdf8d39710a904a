/** What a record is called once it was erased: the same in every language, because a title has only one. */
export const erasedTitle = 'Erased · gelöscht'
