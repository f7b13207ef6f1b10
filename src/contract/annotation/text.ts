import { text } from './shape.js'

/*
 * Texts of a contract that end in code, in HTTP or as keys of a table. Each pattern refuses what could become
 * something else there: control characters, and the names by which a prototype is reached.
 */

const notPrototype = '(?!(?:__proto__|constructor|prototype)$)'

/** Prose: something is written, and no control characters but line breaks. */
export const prose = text('a text', /^(?=[\s\S]*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+$/u)

export const identifier = text(
  'a name of letters, digits, `.`, `_`, `:` and `-`',
  new RegExp(`^${notPrototype}[A-Za-z0-9][A-Za-z0-9._:-]*$`, 'u'),
  { maxLength: 100 },
)

/** Headers that steer the connection, say who calls or describe the body; field names know no case. */
const takenHeaders = [
  'authorization',
  'connection',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-.*',
  'proxy-.*',
]
const taken = takenHeaders.join('|').replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)

/** RFC 9110, section 5.1: a token, and none that means something already. */
export const headerName = text(
  'the name of a header that is free to use',
  new RegExp(`^${notPrototype}(?!(?:${taken})$)[A-Za-z0-9!#$%&'*+.^_\`|~-]+$`, 'u'),
  { maxLength: 100 },
)

/** A claim by its name, by a path into nested claims (`realm.tenant`), or by a name that is a URL (OpenID Connect). */
export const claim = text(
  'the name of a claim, or a dotted path to one',
  /^(?!(?:[^.]*\.)*(?:__proto__|constructor|prototype)(?:\.|$))(?:[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*|https?:\/\/[A-Za-z0-9._~:\/-]+)$/u,
  { maxLength: 200 },
)

/** RFC 6901, without the whole document, and without the names by which a prototype is reached. */
export const jsonPointer = text(
  'a JSON pointer into the body, such as `/requestId`',
  /^(?!.*\/(?:__proto__|constructor|prototype)(?:\/|$))(?:\/(?:[^\u0000-\u001f\u007f~\/]|~[01])*)+$/u,
  { maxLength: 500 },
)

export const region = text('a region such as `eu-central-1`', /^[A-Za-z0-9][A-Za-z0-9-]*$/u, { maxLength: 63 })

/** `namespace/name[@range][#operationId|channel]` */
export const contractRef = text(
  'a contract, written `namespace/name`, with `@range` and `#operation` where they matter',
  /^[a-z0-9][a-z0-9._-]*\/[a-z0-9][a-z0-9._-]*(?:@[A-Za-z0-9.^~<>=*|+ -]+)?(?:#[^\s\u0000-\u001f\u007f]+)?$/u,
  { maxLength: 300 },
)

export const operationId = text('the `operationId` of an operation', /^[^\s\u0000-\u001f\u007f]+$/u, { maxLength: 300 })

export const date = text('a date such as 2027-03-31', /^\d{4}-\d{2}-\d{2}$/u, {
  maxLength: 10,
  format: 'date',
  // `Date` takes 31 February for 3 March; what comes back unchanged is a day of the calendar.
  check: (value) => {
    const parsed = new Date(`${value}T00:00:00Z`)
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
  },
})
