import type { BackupsShape } from '#workspace/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { backupWords } from './words.ts'

/** What scrolls in itself must be a place where the keyboard can stand. */
const reachable = { tabIndex: 0 }

export function KeptBackups({ backups }: Pick<BackupsShape, 'backups'>) {
  const words = useWords(backupWords)
  const format = useFormat()
  if (backups.length === 0) return <Note title={words('none')}>{words('noneText')}</Note>
  return (
    <div className="overflow-x-auto" {...reachable}>
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-rule-strong text-xs text-ink-3">
            {(['when', 'kind', 'size', 'file'] as const).map((head) => (
              <th
                key={head}
                scope="col"
                className={`py-1 pr-4 font-normal ${head === 'size' ? 'text-right' : ''}`}
              >
                {words(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {backups.map(({ name, kind, at, bytes }) => (
            <tr key={name} className="border-b border-rule align-baseline">
              <td className="py-1.5 pr-4 whitespace-nowrap">{format.moment(at)}</td>
              <td className="py-1.5 pr-4 whitespace-nowrap">{words(`kind.${kind}`)}</td>
              <td className="py-1.5 pr-4 text-right whitespace-nowrap tabular-nums">
                {sizeOf(bytes, format.number)}
              </td>
              <td className="py-1.5 font-mono text-xs whitespace-nowrap text-ink-2">{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function sizeOf(bytes: number, number: (value: number, digits?: number) => string): string {
  return bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1_000))} kB` : `${number(bytes / 1_000_000, 1)} MB`
}
