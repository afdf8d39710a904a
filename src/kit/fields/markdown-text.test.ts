import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MarkdownText, withRecordLinks } from './markdown-text.tsx'

const html = (text: string) => renderToStaticMarkup(createElement(MarkdownText, { text }))

test('a key in double brackets is a link to its record, but not in code', () => {
  expect(withRecordLinks('See [[GOAL-3]] and `[[GOAL-4]]`.')).toBe(
    'See [GOAL-3](/records/GOAL-3) and `[[GOAL-4]]`.',
  )
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[press](javascript:alert(1))',
  '[press](  jAvAsCript:alert(1))',
  '[press](data:text/html,<script>alert(1)</script>)',
  '![x](https://example.com/pixel.png)',
  '<a href="javascript:alert(1)">press</a>',
  '[x]: javascript:alert(1)\n\n[press][x]',
  '<https://example.com/"onmouseover="alert(1)>',
  '<iframe src="https://example.com"></iframe>',
])('%s runs nothing and fetches nothing', (text) => {
  const made = html(text)
  expect(made).not.toMatch(/<(script|img|iframe|object|embed|style|form|input)\b/i)
  expect(made).not.toMatch(/<[^>]*\s(on\w+|src|style|srcdoc)\s*=/i)
  expect(made).not.toMatch(/href="(?!https?:|mailto:)/i)
})

test('what Markdown is for is there: lists, emphasis, code and links to the web', () => {
  const made = html('- *one*\n- `two`\n\n[three](https://example.com)')
  expect(made).toContain('<li><em>one</em></li>')
  expect(made).toContain('<code>two</code>')
  expect(made).toContain('<a href="https://example.com" target="_blank" rel="noopener noreferrer">three</a>')
})
