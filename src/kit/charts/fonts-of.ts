/** Rules that bring along the letters of a drawing: elsewhere it would be set in whatever letters are there. */
export async function fontsOf(svg: SVGSVGElement): Promise<string> {
  const used = new Set(
    [...svg.querySelectorAll('text')].map((text) => {
      const { fontFamily, fontWeight } = getComputedStyle(text)
      return nameOf(fontFamily.split(',')[0] ?? '', fontWeight)
    }),
  )
  const rules = fontRules().filter(({ style }) => {
    const family = style.getPropertyValue('font-family')
    return used.has(nameOf(family, style.getPropertyValue('font-weight'))) && isLoaded(style)
  })
  return (await Promise.all(rules.map(embedded))).join('\n')
}

function fontRules(): readonly CSSFontFaceRule[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
}

/** Of the alphabets that a font is split into, those that the page needed. */
function isLoaded(style: CSSStyleDeclaration): boolean {
  const name = nameOf(style.getPropertyValue('font-family'), style.getPropertyValue('font-weight'))
  return [...document.fonts].some(
    ({ family, weight, unicodeRange, status }) =>
      status === 'loaded' &&
      nameOf(family, weight) === name &&
      unicodeRange === style.getPropertyValue('unicode-range'),
  )
}

function nameOf(family: string, weight: string): string {
  return `${family.trim().replaceAll(/["']/g, '')} ${weight}`
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1] ?? ''
  const response = await fetch(new URL(address, parentStyleSheet?.href ?? location.href))
  const bytes = new Uint8Array(await response.arrayBuffer())
  const kept = ['font-family', 'font-weight', 'unicode-range'].map(
    (name) => `${name}: ${style.getPropertyValue(name)};`,
  )
  return `@font-face { ${kept.join(' ')} src: url(data:font/woff2;base64,${bytes.toBase64()}); }`
}
