import type { Page } from 'playwright-core'

/** A picture of the guide: a page of the sample company, in a window of 1280 pixels' width. */
export interface Picture {
  /** Of its file in docs/pictures, without the ending. */
  readonly name: string
  readonly address: string
  /** Of the window, which the picture shows whole. */
  readonly height: number
  /** Leads from the page as it opens to what is to be seen. */
  readonly arrange?: (page: Page) => Promise<void>
}
