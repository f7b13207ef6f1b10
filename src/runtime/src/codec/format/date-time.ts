/** `date`, `time` and `date-time` of RFC 3339, correct by the calendar. */

export function isDate(text: string): boolean {
  return text.length === 10 && isDateAt(text)
}

/** `full-time`: with an offset; a leap second only where UTC has one, at 23:59:60. */
export function isTime(text: string): boolean {
  return isTimeAt(text, 0)
}

export function isDateTime(text: string): boolean {
  const separator = text.charCodeAt(10)
  return (separator === upperT || separator === lowerT) && isDateAt(text) && isTimeAt(text, 11)
}

const [hyphen, colon, dot, plus] = [45, 58, 46, 43]
const [upperT, lowerT, upperZ, lowerZ] = [84, 116, 90, 122]
const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDateAt(text: string): boolean {
  const year = pair(text, 0) * 100 + pair(text, 2)
  const month = pair(text, 5)
  const day = pair(text, 8)
  if (!(year >= 0) || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (daysIn[month - 1] ?? 0) + (leap ? 1 : 0)
}

function isTimeAt(text: string, start: number): boolean {
  const hour = pair(text, start)
  const minute = pair(text, start + 3)
  const second = pair(text, start + 6)
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return false
  if (text.charCodeAt(start + 2) !== colon || text.charCodeAt(start + 5) !== colon) return false
  let at = start + 8
  if (text.charCodeAt(at) === dot) {
    const first = ++at
    while (isDigit(text.charCodeAt(at))) at++
    if (at === first) return false
  }
  const offset = offsetAt(text, at)
  if (offset === undefined) return false
  return second < 60 || (hour * 60 + minute - offset + 1440) % 1440 === 1439
}

/** Minutes east of UTC, when the rest of the text is an offset. */
function offsetAt(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at)
  if (sign === upperZ || sign === lowerZ) return text.length === at + 1 ? 0 : undefined
  if ((sign !== plus && sign !== hyphen) || text.length !== at + 6 || text.charCodeAt(at + 3) !== colon)
    return undefined
  const hours = pair(text, at + 1)
  const minutes = pair(text, at + 4)
  if (!(hours <= 23 && minutes <= 59)) return undefined
  return (sign === plus ? 1 : -1) * (hours * 60 + minutes)
}

/** The number of two digits; NaN, which fails every comparison, when they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at)
  const ones = text.charCodeAt(at + 1)
  return isDigit(tens) && isDigit(ones) ? tens * 10 + ones - 528 : Number.NaN
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
