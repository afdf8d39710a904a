/** Round values from zero to the first at or above the greatest, `wanted` steps at most. */
export function niceTicks(greatest: number, wanted = 3): readonly number[] {
  if (!(greatest > 0)) return [0]
  const rough = greatest / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power
  const count = Math.ceil(greatest / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}
