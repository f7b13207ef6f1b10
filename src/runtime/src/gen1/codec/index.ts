/** What generated codecs import. Stable, and safe for browsers: nothing below imports from `node:`. */
export { anyInput, anyOutput } from '../../codec/any-codec.js'
export { equals, isUnique } from '../../codec/equal.js'
export { type Evaluated, nothingEvaluated, unevaluatedIndexes, unevaluatedNames } from '../../codec/evaluated.js'
export { isFile } from '../../codec/file.js'
export {
  isByte,
  isDate,
  isDateTime,
  isDuration,
  isEmail,
  isFloat,
  isHostname,
  isInt32,
  isInt64,
  isIpv4,
  isIpv6,
  isJsonPointer,
  isRegex,
  isTime,
  isUri,
  isUriReference,
  isUuid,
} from '../../codec/format/index.js'
export { createIssues, silent } from '../../codec/issues.js'
export { isMultiple } from '../../codec/multiple.js'
export { isInteger, isNumber } from '../../codec/number.js'
export { isTooDeep, within } from '../../codec/path.js'
export { pattern, type TextPattern } from '../../codec/pattern/pattern.js'
export { countOf, type JsonRecord, own, record } from '../../codec/record.js'
export { acceptAll, missing, refuse, refuseAll, refuseAt, tooDeep } from '../../codec/refuse.js'
export { isLonger, isShorter } from '../../codec/text-length.js'
export type { Codec, Issue, Issues, MaskRule, Path, View } from '../../codec/types.js'
export { anything } from '../../codec/write/anything.js'
export { merge } from '../../codec/write/merge.js'
export {
  boolValue,
  hiddenValue,
  json,
  maskedValue,
  numericValue,
  type Pick,
  picked,
  scalarValue,
  textValue,
} from '../../codec/write/pick.js'
export { bool, numeric, scalar, text } from '../../codec/write/scalar.js'
export {
  braced,
  comma,
  fieldsOf,
  hidden,
  itemsOf,
  list,
  masked,
  noAlternative,
  unwritten,
  type Write,
} from '../../codec/write/structure.js'
