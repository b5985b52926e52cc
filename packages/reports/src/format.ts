/** What stands where a number is undefined. */
export const UNDEFINED = '–'

const MINUS = '−'
const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** A metric or other real number: four decimals below 1000, thousands separators above, two significant digits when tiny. */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return UNDEFINED
  const size = Math.abs(value)
  const text =
    size >= 1000
      ? size.toLocaleString('en-US', { maximumFractionDigits: 1 })
      : size !== 0 && size < 0.00005
        ? tiny(size)
        : size.toFixed(4)
  return value < 0 ? MINUS + text : text
}

/** A difference, always with its sign. */
export function formatSigned(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return UNDEFINED
  return value > 0 ? `+${formatNumber(value)}` : value === 0 ? '±0' : formatNumber(value)
}

/** A parameter or other given number, without decimals it does not have. */
export function formatGiven(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? value.toLocaleString('en-US')
    : String(Number(value.toPrecision(6)))
}

export const formatCount = (count: number): string => counts.format(count)

/** `1 row`, `2,000 rows`. */
export const formatQuantity = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(count)} ${count === 1 ? noun : plural}`

/** A share in per cent: two decimals below 10 %, and never 0 or 100 % for what is not. */
export function formatShare(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return UNDEFINED
  const percent = share * 100
  if (percent === 0 || percent === 100) return `${percent} %`
  if (percent < 0.01) return '< 0.01 %'
  if (percent > 99.99 && percent < 100) return '> 99.99 %'
  return `${percent.toFixed(percent < 10 ? 2 : 1)} %`
}

/** A share of the traffic, without decimals it does not have. */
export const formatWeight = (share: number): string => `${Number((share * 100).toPrecision(3))} %`

/** A difference of two shares in percentage points: `1 point`, `0.5 points`. */
export function formatPoints(difference: number): string {
  const points = Number((difference * 100).toPrecision(3))
  return `${points} point${points === 1 ? '' : 's'}`
}

/** Bytes in the unit that leaves one to three digits before the point (1 MB = 1,000,000 bytes, as release pages show). */
export function formatSize(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return UNDEFINED
  if (bytes < 1000) return formatQuantity(bytes, 'byte')
  const step = [
    { from: 1e9, unit: 'GB' },
    { from: 1e6, unit: 'MB' },
    { from: 1e3, unit: 'KB' },
  ].find(({ from }) => bytes >= from * 0.9995)!
  const value = bytes / step.from
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${step.unit}`
}

/** `850 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return UNDEFINED
  if (seconds < 0.9995) return formatMilliseconds(seconds * 1000)
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 3600) return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`
  const minutes = Math.round(whole / 60)
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

export function formatMilliseconds(milliseconds: number | null | undefined): string {
  if (milliseconds === null || milliseconds === undefined || !Number.isFinite(milliseconds)) return UNDEFINED
  if (milliseconds >= 1000) return formatDuration(milliseconds / 1000)
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`
}

/** The first twelve hex digits: enough to recognise, never enough to trust. */
export const shortDigest = (digest: string): string => digest.slice(0, 12)

/** `2026-03-01 09:30 UTC`. */
export const formatTime = (timestamp: string): string => `${timestamp.slice(0, 10)} ${timestamp.slice(11, 16)} UTC`

function tiny(size: number): string {
  return size.toExponential(1).replace('e-', `e${MINUS}`)
}
