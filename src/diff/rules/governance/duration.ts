/** Which of two durations is the longer one; `unknown`: it depends on the day that they begin. */
export type DurationOrder = 'shorter' | 'same' | 'longer' | 'unknown'

/** Compares ISO 8601 durations as `to` against `from`: `P90D` is longer than `P2M`, and no one knows about `P30D` and `P1M`. */
export function compareDurations(from: string, to: string): DurationOrder {
  const [before, after] = [parse(from), parse(to)]
  if (!before || !after) return from === to ? 'same' : 'unknown'
  const months = after.months - before.months
  const rest = after.milliseconds - before.milliseconds
  const [shortest, longest] = spanOf(Math.abs(months))
  const least = (months < 0 ? -longest : shortest) + rest
  const most = (months < 0 ? -shortest : longest) + rest
  if (least === 0 && most === 0) return 'same'
  // The same at best is not the same: it is shorter whenever it is not.
  if (least >= 0) return 'longer'
  return most <= 0 ? 'shorter' : 'unknown'
}

interface Duration {
  /** Their length depends on the calendar. */
  readonly months: number
  readonly milliseconds: number
}

const iso =
  /^P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,3})?)S)?)?$/u

function parse(text: string): Duration | undefined {
  const found = iso.exec(text)
  if (!found) return undefined
  const part = (index: number) => Number(found[index] ?? 0)
  const hours = (part(3) * 7 + part(4)) * 24 + part(5)
  return {
    months: part(1) * 12 + part(2),
    milliseconds: (hours * 60 + part(6)) * 60_000 + Math.round(part(7) * 1_000),
  }
}

const day = 86_400_000
const cycle = 400 * 12
/** The Gregorian calendar comes round after so many days. */
const cycleDays = 146_097

/** The shortest and the longest that so many months may take, in milliseconds, over all months to begin with. */
function spanOf(months: number): readonly [number, number] {
  const whole = Math.floor(months / cycle) * cycleDays
  const rest = months % cycle
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0]
  for (let start = 0; start < cycle; start++) {
    const days = daysBefore(start + rest) - daysBefore(start)
    shortest = Math.min(shortest, days)
    longest = Math.max(longest, days)
  }
  return [(whole + shortest) * day, (whole + longest) * day]
}

/** Days from the first of January 2000 to the first day of a month that many months later. */
function daysBefore(months: number): number {
  return Date.UTC(2000, months, 1) / day - Date.UTC(2000, 0, 1) / day
}
