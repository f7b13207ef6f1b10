import { map, type Shape, text } from './shape.js'

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const isoExact = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/u
const isoPattern =
  'P(?=\\d|T\\d)(?:\\d{1,6}W)?(?:\\d{1,6}D)?(?:T(?=\\d)(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}(?:\\.\\d{1,3})?S)?)?'

/** An exact span of time, in milliseconds: `500ms`, `2s`, `10m`, `24h`, `7d`, or ISO 8601 without years and months. */
export function duration(maximum: number): Shape<number> {
  const shape = text('a duration such as `500ms`, `2s`, `24h` or `PT2S`', durationPattern, { maxLength: 60 })
  return map(shape, (value) => {
    const milliseconds = toMilliseconds(value)
    return milliseconds !== undefined && milliseconds >= 1 && milliseconds <= maximum ? milliseconds : undefined
  })
}

const durationPattern = new RegExp(`^(?:(?!0+(?:ms|s|m|h|d)$)\\d{1,9}(?:ms|s|m|h|d)|${isoPattern})$`, 'u')

/** Undefined when the text is no exact duration. */
function toMilliseconds(value: string): number | undefined {
  const short = /^(\d{1,9})(ms|s|m|h|d)$/u.exec(value)
  if (short) return Number(short[1]) * (units[short[2] ?? ''] ?? Number.NaN)
  const iso = isoExact.exec(value)
  if (!iso) return undefined
  const part = (index: number) => Number(iso[index] ?? 0)
  const wholeDays = part(1) * 7 + part(2)
  return Math.round(wholeDays * 86_400_000 + part(3) * 3_600_000 + part(4) * 60_000 + part(5) * 1_000)
}

/** ISO 8601 duration, years and months included; not the empty `P` or a `T` with nothing behind it. */
export const isoDuration =
  /^P(?=\d|T\d)(?:\d{1,6}Y)?(?:\d{1,6}M)?(?:\d{1,6}W)?(?:\d{1,6}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,6}(?:\.\d{1,3})?S)?)?$/u

const calendarUnits: Readonly<Record<string, string>> = {
  d: 'D',
  day: 'D',
  w: 'W',
  week: 'W',
  month: 'M',
  y: 'Y',
  year: 'Y',
}

/** `30d`, `30-days`, `6 months` as ISO 8601; undefined for anything else. `6m` stays out: months or minutes? */
export function calendarDuration(value: string): string | undefined {
  const found = /^(\d{1,6})[ -]?(d|w|y|day|week|month|year)s?$/iu.exec(value)
  return found ? `P${Number(found[1])}${calendarUnits[found[2]?.toLowerCase() ?? '']}` : undefined
}
