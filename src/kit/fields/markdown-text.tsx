import { Link } from '@tanstack/react-router'
import { Markdown } from 'markdown-to-jsx/react'
import type { ComponentProps } from 'react'

/** Markdown as it is read. HTML in it is shown as the text that it is, and an address can only lead to the web. */
export function MarkdownText({ text }: { readonly text: string }) {
  return (
    <div className="prose max-w-[72ch] wrap-anywhere">
      <Markdown
        options={{
          disableParsingRawHTML: true,
          forceBlock: true,
          overrides: {
            a: MarkdownLink,
            img: MarkdownImage,
            h1: 'h3',
            h2: 'h4',
            h3: 'h5',
            h4: 'h6',
            h5: 'h6',
          },
        }}
      >
        {withRecordLinks(text)}
      </Markdown>
    </div>
  )
}

/** `[[GOAL-3]]` is a link to the record; in code it stays what it is. */
export function withRecordLinks(text: string): string {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/\[\[([A-Z]{2,8}-[1-9]\d{0,8})\]\]/g, '[$1](/records/$1)'),
    )
    .join('')
}

function MarkdownLink({ href = '', children }: ComponentProps<'a'>) {
  const key = /^\/records\/([A-Z]{2,8}-\d+)$/.exec(href)?.[1]
  if (key !== undefined) {
    return (
      <Link to="/records/$key" params={{ key }}>
        {children}
      </Link>
    )
  }
  if (!/^(https?:|mailto:)/i.test(href)) return <span>{children}</span>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

/** Nothing is fetched from elsewhere because somebody wrote it: a picture is told by its words. */
function MarkdownImage({ alt, title }: ComponentProps<'img'>) {
  return <em>{alt ?? title ?? ''}</em>
}
