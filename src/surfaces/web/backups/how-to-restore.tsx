import type { BackupsShape } from '#workspace/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { backupWords } from './words.ts'

/** What is needed to have a backup back, and what it does not protect from. */
export function HowToRestore({ folder, keyFile, backups }: BackupsShape) {
  const words = useWords(backupWords)
  const name = backups[0]?.name ?? words('anyFile')
  const key = keyFile === null ? '' : ` --key-file ${quoted(keyFile)}`
  return (
    <Section title={words('restore')} lead={words('restoreLead')}>
      <pre className="rounded-xs bg-sunk p-3 font-mono text-xs break-all whitespace-pre-wrap">
        {`leitstand restore ${quoted(`${folder}/${name}`)} --data ${words('newFolder')}${key}`}
      </pre>
      <ul className="mt-4 max-w-[72ch] list-disc pl-5 text-pretty">
        <li className="mb-1">
          {words('folder')} <Path>{folder}</Path>
        </li>
        <li className="mb-1">
          {keyFile === null ? (
            words('keyFromEnvironment')
          ) : (
            <>
              {words('key')} <Path>{keyFile}</Path>
            </>
          )}
        </li>
        <li className="mb-1">{words('keepKey')}</li>
        <li className="mb-1">{words('disk')}</li>
      </ul>
    </Section>
  )
}

function Path({ children }: { readonly children: string }) {
  return <code className="font-mono text-xs break-all">{children}</code>
}

/** As a shell takes it in one piece. */
function quoted(path: string): string {
  return /^[\w./:@%+=,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
