/** Leads to the first field that something is wrong with, once it is marked. */
export function focusFirstFault(place: HTMLElement | null): void {
  setTimeout(() => place?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
}
