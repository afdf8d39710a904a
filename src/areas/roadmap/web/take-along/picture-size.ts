/** A slide is twice as sharp; what is long is as sharp as every browser can still draw it. */
const sharpest = 2
const longest = 8192
const mostPixels = 16_000_000

/** How many pixels of a picture stand for one unit of the drawing. */
export function scaleOf(width: number, height: number): number {
  return Math.min(sharpest, longest / Math.max(width, height), Math.sqrt(mostPixels / (width * height)))
}
