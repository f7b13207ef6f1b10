/**
 * The formats as patterns, read with the flag `u`. They say what validators in JavaScript check (the formats of ajv-formats in their
 * full form), also where that differs from the standard: what is proved with them has to hold for those.
 */

const hex = '[0-9A-Fa-f]'
const letterOrDigit = '[A-Za-z0-9]'

/** RFC 3339, full-date, with the length of each month; February has 29 days in years that can be divided by 4 and so on. */
const leapYear = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'
const monthDay = '(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31'
const fullDate = `(?:\\d{4}-(?:${monthDay})|${leapYear}-02-29)`

const zone = '(?:[01]\\d|2[0-3])(?::?[0-5]\\d)?'
const fraction = '(?:\\.\\d+)?'
const ordinary = `(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d${fraction}`
const leapSecond = `23:59:60${fraction}`
/** A leap second is one in UTC: which ones are depends on the offset. Validators do not look at the hour in that case. */
const perhapsLeapSecond = `\\d\\d:\\d\\d:(?:[0-5]\\d|60)${fraction}[+-]${zone}`

const surelyTime = `(?:${ordinary}(?:[zZ]|[+-]${zone})|${leapSecond}(?:[zZ]|[+-]00(?::?00)?))`
const perhapsTime = `(?:${ordinary}[zZ]|${leapSecond}[zZ]|${perhapsLeapSecond})`
const surelyLocalTime = `(?:${surelyTime}|${ordinary}|${leapSecond})`
const perhapsLocalTime = `(?:${perhapsTime}|${ordinary}|${leapSecond})`

export const times: ReadonlyMap<string, { readonly surely: string; readonly perhaps: string }> = new Map([
  ['time', { surely: whole(surelyTime), perhaps: whole(perhapsTime) }],
  ['iso-time', { surely: whole(surelyLocalTime), perhaps: whole(perhapsLocalTime) }],
  ['date-time', { surely: withDate(surelyTime), perhaps: withDate(perhapsTime) }],
  ['iso-date-time', { surely: withDate(surelyLocalTime), perhaps: withDate(perhapsLocalTime) }],
])

/** RFC 3339, appendix A. */
const dateSpan = '(?:\\d+Y(?:\\d+M)?(?:\\d+D)?|\\d+M(?:\\d+D)?|\\d+D)'
const timeSpan = 'T(?:\\d+H(?:\\d+M)?(?:\\d+S)?|\\d+M(?:\\d+S)?|\\d+S)'

const strictOctet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const looseOctet = '(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)'

/** RFC 3986, appendix A. */
const escaped = `%${hex}{2}`
const plain = "A-Za-z0-9\\-._~!$&'()*+,;="
const scheme = '[A-Za-z][A-Za-z0-9+\\-.]*:'
const literalAddress = `\\[(?:${addressV6(looseOctet)}|[Vv]${hex}+\\.[${plain}:]+)\\]`

/** `more`: characters that are let through besides. */
function hierarchy(more: string): string {
  const userInfo = `(?:(?:[${plain}:]|${escaped})*@)?`
  const host = `(?:${literalAddress}|(?:[${plain}${more}]|${escaped})*)`
  const character = `(?:[${plain}:@${more}]|${escaped})`
  const segments = `(?:/${character}*)*`
  return `(?:/?/${userInfo}${host}(?::\\d*)?${segments}|/(?:${character}+${segments})?|${character}+${segments})`
}

function queryAndFragment(more: string): string {
  const character = `(?:[${plain}:@/?${more}]|${escaped})`
  return `(?:\\?${character}*)?(?:#${character}*)?`
}

const label = `${letterOrDigit}(?:[A-Za-z0-9-]{0,61}${letterOrDigit})?`
const longLabel = `${letterOrDigit}(?:[A-Za-z0-9-]*${letterOrDigit})?`
const mailAtom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-]+"

const templateName = `(?:[A-Za-z0-9_]|${escaped})+(?::[1-9][0-9]{0,3}|\\*)?`

/** Outside ASCII, up to the end of the basic plane; case-insensitive matching lets a long s stand for an s. */
const wide = 'a-zA-Z\\u00a1-\\uffff'
const wideLabel = `(?:[${wide}0-9]+-)*[${wide}0-9]+`
const publicAddress =
  '(?!(?:10|127)(?:\\.\\d{1,3}){3})(?!(?:169\\.254|192\\.168)(?:\\.\\d{1,3}){2})(?!172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2})' +
  '(?:[1-9]\\d?|1\\d\\d|2[01]\\d|22[0-3])(?:\\.(?:1?\\d{1,2}|2[0-4]\\d|25[0-5])){2}\\.(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-4])'

const pointerToken = '(?:[^~/]|~[01])*'

/** Any of the lines of a text has to be base64. */
const base64 = '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?'
const lineEnd = '[\\n\\r\\u2028\\u2029]'

export const grammars: ReadonlyMap<string, string> = new Map([
  ['date', whole(fullDate)],
  ['duration', whole(`P(?:${dateSpan}(?:${timeSpan})?|${timeSpan}|\\d+W)`)],
  ['uri', whole(`${scheme}${hierarchy('')}${queryAndFragment('')}`)],
  ['uri-reference', whole(`(?:${scheme})?${hierarchy('"')}?${queryAndFragment('"')}`)],
  [
    'uri-template',
    whole(`(?:[^\\x00-\\x20"'<>%\\\\^\`{|}]|${escaped}|\\{[+#./;?&=,!@|]?${templateName}(?:,${templateName})*\\})*`),
  ],
  [
    'url',
    whole(
      `(?:[hH][tT][tT][pP][sS\\u017f]?|[fF][tT][pP])://(?:\\S+(?::\\S*)?@)?` +
        `(?:${publicAddress}|${wideLabel}(?:\\.${wideLabel})*\\.[${wide}]{2,})(?::\\d{2,5})?(?:/\\S*)?`,
    ),
  ],
  ['email', whole(`${mailAtom}(?:\\.${mailAtom})*@(?:${longLabel}\\.)+${longLabel}`)],
  ['hostname', `^(?=(?:.{1,253}|.{1,253}\\.)$)${label}(?:\\.${label})*\\.?$`],
  ['ipv4', whole(addressV4(strictOctet))],
  ['ipv6', whole(addressV6(strictOctet))],
  ['uuid', whole(`(?:[uU][rR][nN]:[uU][uU][iI][dD]:)?${hex}{8}-(?:${hex}{4}-){3}${hex}{12}`)],
  ['json-pointer', whole(`(?:/${pointerToken})*`)],
  ['json-pointer-uri-fragment', whole(`#(?:/(?:[A-Za-z0-9_\\-.!$&'()*+,;:=@]|${escaped}|~[01])*)*`)],
  ['relative-json-pointer', whole(`(?:0|[1-9][0-9]*)(?:#|(?:/${pointerToken})*)`)],
  ['byte', `(?:^|${lineEnd})${base64}(?:$|${lineEnd})`],
])

/** Regular expressions that cannot be wrong: plain characters, each repeated at most once. */
export const surelyExpression = '^(?:[^\\\\*+?()[\\]{}^$|](?:[*+?]\\??)?|[$^|])*$'
/** All regular expressions and others: one has something to repeat. */
export const perhapsExpression = '^(?![*+?])'

function whole(pattern: string): string {
  return `^(?:${pattern})$`
}

function withDate(time: string): string {
  return whole(`${fullDate}[tT\\s]${time}`)
}

function addressV4(octet: string): string {
  return `(?:${octet}\\.){3}${octet}`
}

/** RFC 4291, section 2.2: eight groups, or fewer with `::` once; the last two may be written as an IPv4 address. */
function addressV6(octet: string): string {
  const group = `${hex}{1,4}`
  const v4 = addressV4(octet)
  const forms = [`(?:${group}:){7}${group}`, `(?:${group}:){6}${v4}`]
  for (let before = 0; before <= 7; before++) {
    const start = before === 0 ? ':' : `(?:${group}:){${before}}`
    const tails = [':']
    if (before < 7) tails.push(`(?::${group}){1,${7 - before}}`)
    if (before < 6) tails.push(`(?::${group}){0,${5 - before}}:${v4}`)
    forms.push(`${start}(?:${tails.join('|')})`)
  }
  return `(?:${forms.join('|')})`
}
