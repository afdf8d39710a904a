/** The columns that were chosen last for lists of a type; null before any were. */
export function rememberedColumns(type: string): string | null {
  try {
    return localStorage.getItem(keyOf(type))
  } catch {
    return null
  }
}

export function rememberColumns(type: string, columns: string | null): void {
  try {
    if (columns === null) localStorage.removeItem(keyOf(type))
    else localStorage.setItem(keyOf(type), columns)
  } catch {
    // A browser that keeps nothing shows the usual ones next time.
  }
}

const keyOf = (type: string) => `leitstand.columns.${type}`
