import { useState } from 'react'
import { useWords } from '#kit/language/words.ts'
import { TextButton } from './form-parts.tsx'
import { accountWords } from './words.ts'

/** A secret that the server tells once. */
export function ShownOnce({ label, secret }: { readonly label: string; readonly secret: string }) {
  const words = useWords(accountWords)
  const [copied, setCopied] = useState('')
  return (
    <output className="block border-l-2 border-accent py-1 pl-4">
      <span className="block text-ink-2">{label}</span>
      <code className="font-mono text-xs break-all">{secret}</code>{' '}
      <TextButton onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(secret))}>
        {words(copied === secret ? 'copied' : 'copy')}
      </TextButton>
    </output>
  )
}
