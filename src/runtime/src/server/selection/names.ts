/** How names of fields are spelled by callers: `customer.email`, `customer/email`, `customer[email]`, `customer__email`. */
const steps = /[./[\]]+|->>?|__/

/** Where words meet: `orderTotal`, `order_total`, `order-total`. */
const humps = /(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[^\p{L}\p{Nd}]+/u

/** What is written beside a name to say how to compare or order. */
const qualifiers: ReadonlySet<string> = new Set(
  (
    'asc ascending desc descending nulls first last by ' +
    'from to min max since until before after start end not is has eq ne neq gt gte ge lt lte le in nin out any all ' +
    'like ilike contains icontains startswith istartswith endswith iendswith starts ends with prefix suffix exact iexact ' +
    'regex iregex match matches search between range exists null isnull equals filter where'
  ).split(' '),
)

/** One spelling of a word for comparison. */
export function normal(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The steps of a path, normal; positions in lists are left out. */
export function stepsOf(name: string): readonly string[] {
  return name
    .split(steps)
    .map(normal)
    .filter((step) => step !== '' && !/^\p{N}+$/u.test(step))
}

export function isQualifier(name: string): boolean {
  return qualifiers.has(normal(name))
}

/** The name without the qualifiers at its ends: `email` of `email_contains`, `-email desc` and `minEmail`. */
export function bareName(name: string): string {
  const words = name.split(humps).filter((word) => word !== '')
  let start = 0
  let end = words.length
  while (start < end && isQualifier(words[start] ?? '')) start += 1
  while (end > start && isQualifier(words[end - 1] ?? '')) end -= 1
  return words.slice(start, end).join('_')
}

const name = String.raw`[\p{L}\p{N}_$@][\p{L}\p{N}_$@.\/\[\]\-]*`
const anyName = new RegExp(name, 'gu')
const comparedName = new RegExp(String.raw`(${name})["'\x60\]]*\s*[:=<>~!]`, 'gu')

/** Everything in a text that could name a field. */
export function namesIn(text: string): readonly string[] {
  return readings(text).flatMap((reading) => [...reading.matchAll(anyName)].map(([found]) => found))
}

/** The same for an expression: what stands in single quotes is a value. */
export function namesInExpression(text: string): readonly string[] {
  return namesIn(/^\s*[[{]/.test(text) ? text : text.replace(/'[^']*'/g, ' '))
}

/** Of a text to search for, only what it compares something with: `email:ann`. */
export function comparedIn(text: string): readonly string[] {
  return readings(text).flatMap((reading) => [...reading.matchAll(comparedName)].map(([, found = '']) => found))
}

/** As it is, and as whoever decodes it once more would read it. */
function readings(text: string): readonly string[] {
  const unescaped = text
    .replace(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/%([2-7][\da-f])/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
  return unescaped === text ? [text] : [text, unescaped]
}
