import { saveFile } from '#kit/page/save-file.ts'
import { fontsOf } from './fonts-of.ts'

/** Properties that a drawing gets from the style sheet and must carry itself when it stands alone. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
] as const

const fonts = { sans: 'IBM Plex Sans, system-ui, sans-serif', mono: 'IBM Plex Mono, ui-monospace, monospace' }

/** The drawing as a file that looks the same outside of the page: nothing in it refers to a style sheet. */
async function standAloneSvg(svg: SVGSVGElement): Promise<string> {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('A copied drawing is no drawing.')
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  originals.forEach((original, index) => {
    const target = copies[index]
    if (target) carryStyle(original, target)
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const letters = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  // A server that is gone costs the drawing its letters, not itself.
  letters.textContent = await fontsOf(svg).catch(() => '')
  copy.prepend(letters, background())
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

export async function downloadSvg(svg: SVGSVGElement, name: string): Promise<void> {
  const file = new Blob([await standAloneSvg(svg)], { type: 'image/svg+xml' })
  saveFile(file, `${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.svg`)
}

function carryStyle(original: SVGElement, target: SVGElement): void {
  const style = getComputedStyle(original)
  target.removeAttribute('class')
  target.removeAttribute('style')
  for (const name of carried) {
    const value = style.getPropertyValue(name)
    if (value !== '') target.setAttribute(name, value)
  }
  if (original.tagName === 'text') {
    target.setAttribute('font-family', style.fontFamily.includes('Mono') ? fonts.mono : fonts.sans)
  }
}

function background(): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  rect.setAttribute('width', '100%')
  rect.setAttribute('height', '100%')
  rect.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor)
  return rect
}
