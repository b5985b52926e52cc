/** WCAG 2.2's contrast of two colours `rgb(r, g, b)` or `rgba(…, 1)`, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)(?:, 1)?\)$/
    .exec(colour)!
    .slice(1)
    .map((part) => {
      const value = Number(part) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
