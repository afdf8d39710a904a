import { expect, test } from 'vitest'
import { shortNames } from './short-names.ts'

test('a file is called by its own name, and by the nearest folder that tells it apart where others share it', () => {
  const paths = [
    'src/app.ts',
    'de/pages/sign-in/index.ts',
    'fr/pages/sign-in/index.ts',
    'fr/pages/home/index.ts',
  ]
  expect(paths.map(shortNames(paths))).toEqual(['app.ts', 'de/…/index.ts', 'fr/…/index.ts', 'home/index.ts'])
})
