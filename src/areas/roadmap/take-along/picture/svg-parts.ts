import type { Letters } from './wrap-text.ts'

/** Colours of the picture: the light ones of the interface, on a ground of its own, so that it looks the same on any slide. */
export const colours = {
  ground: '#ffffff',
  ink: '#1c1a17',
  quiet: '#5c564c',
  rule: '#d9d2c3',
  off: '#f0ece3',
  bar: '#2b6496',
  paler: '#a9c1d5',
} as const

/** The text with everything in it that XML would take for itself written out. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

type Attributes = Readonly<Record<string, string | number>>

export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(rounded(value)))}"`,
  )
  return content === undefined
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`
}

interface Written extends Letters {
  readonly x: number
  /** Of the line that the letters stand on. */
  readonly y: number
  readonly colour?: string
  readonly end?: boolean
}

/** A line of text; whatever is written in it from the right to the left turns nothing beside it. */
export function line(
  text: string,
  { x, y, size, bold = false, colour = colours.ink, end = false }: Written,
): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      fill: colour,
      ...(bold && { 'font-weight': 600 }),
      ...(end && { 'text-anchor': 'end' }),
    },
    escaped(text),
  )
}

export function box(x: number, y: number, width: number, height: number, fill: string): string {
  return element('rect', { x, y, width, height, fill })
}

export function rule(x1: number, y1: number, x2: number, y2: number, colour: string = colours.rule): string {
  return element('path', {
    d: `M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}`,
    stroke: colour,
    fill: 'none',
  })
}

function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 10) / 10 : value
}
