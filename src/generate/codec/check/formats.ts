/** Formats that are asserted, each with the function of the runtime that does it. All others describe only. */

export const textFormats: ReadonlyMap<string, string> = new Map([
  ['date', 'isDate'],
  ['date-time', 'isDateTime'],
  ['time', 'isTime'],
  ['duration', 'isDuration'],
  ['email', 'isEmail'],
  ['hostname', 'isHostname'],
  ['ipv4', 'isIpv4'],
  ['ipv6', 'isIpv6'],
  ['uri', 'isUri'],
  ['uri-reference', 'isUriReference'],
  ['uuid', 'isUuid'],
  ['json-pointer', 'isJsonPointer'],
  ['regex', 'isRegex'],
  ['byte', 'isByte'],
])

export const numberFormats: ReadonlyMap<string, string> = new Map([
  ['int32', 'isInt32'],
  ['int64', 'isInt64'],
  ['float', 'isFloat'],
])
