/** A page of words and tables in one language. */
export interface SheetShape {
  readonly title: string
  readonly lead: string
  readonly sections: readonly SheetSection[]
}

export interface SheetSection {
  readonly title: string
  readonly lead: string
  readonly lines: readonly string[]
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
}
