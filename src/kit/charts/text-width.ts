let pen: CanvasRenderingContext2D | null | undefined

/** Width of a text in the small letters of pictures, in pixels of their own: letters are not all as wide as each other. */
export function widthOfSmall(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return text.length * usualLetter
  const { fontSize } = getComputedStyle(document.documentElement)
  const font = `500 ${Number.parseFloat(fontSize) * 0.75}px ${getComputedStyle(document.body).fontFamily}`
  // Setting it costs more than measuring by it.
  if (pen.font !== font) pen.font = font
  return pen.measureText(text).width
}

const usualLetter = 6.6
