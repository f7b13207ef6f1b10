/** Whether the text is a date followed by a time of day, as validators read it: any white space may stand in between. */
export function isDateTime(text: string, needsZone: boolean, isDate: (text: string) => boolean): boolean {
  const [, date, time] = /^(.{10})[tT\s](.+)$/.exec(text) ?? []
  return date !== undefined && time !== undefined && isDate(date) && isTime(time, needsZone)
}

/**
 * RFC 3339, full-time. The second 60 counts when it is 23:59 in UTC; so does an hour after 23 or a minute after 59 for which
 * that holds, and any second of it.
 */
export function isTime(text: string, needsZone: boolean): boolean {
  const found = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:([zZ])|([+-])(\d\d)(?::?(\d\d))?)?$/.exec(text)
  if (!found) return false
  const [, hour, minute, second, utc, sign, zoneHour, zoneMinute] = found
  if (needsZone && utc === undefined && sign === undefined) return false
  const direction = sign === '-' ? -1 : 1
  const [hours, minutes] = [Number(zoneHour ?? 0), Number(zoneMinute ?? 0)]
  if (hours > 23 || minutes > 59) return false
  if (Number(hour) <= 23 && Number(minute) <= 59 && Number(second) < 60) return true
  const minuteInUtc = Number(minute) - minutes * direction
  const hourInUtc = Number(hour) - hours * direction - (minuteInUtc < 0 ? 1 : 0)
  return [23, -1].includes(hourInUtc) && [59, -1].includes(minuteInUtc) && Number(second) < 61
}
