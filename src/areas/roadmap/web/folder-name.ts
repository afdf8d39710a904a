import type { Translate } from '#kit/language/words.ts'
import type { Group } from './allocation-queries.ts'

/** What a group is called by: its folder, or the top of its repository. */
export function folderName({ folder }: Group, words: Translate<'unjoined.top'>): string {
  return folder === '' ? words('unjoined.top') : `${folder}/`
}
