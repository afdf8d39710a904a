import { toRefusalOrBug, type Kernel } from '#kernel'

/** Lets the database tidy up behind a large ingest once nobody wants it; what was read need not wait for that. */
export function tidySoon(kernel: Kernel): void {
  kernel.store.maintain().catch((error: unknown) => toRefusalOrBug(error, 'tidying up', kernel.log))
}
