import { isDateTime, isTime } from './clock.js'
import { grammars, perhapsExpression, surelyExpression, times } from './grammar.js'

/** What is known of a format. */
export interface Format {
  /** A pattern; all of its texts have the format. */
  readonly surely: string
  /** A pattern; all texts of the format are found by it. The same as `surely` where the format is a regular language. */
  readonly perhaps: string
  /** Where the two patterns differ. */
  readonly has?: (text: string) => boolean
}

/** Formats that texts are checked for. All others are annotations. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...[...grammars].map(([name, pattern]) => [name, { surely: pattern, perhaps: pattern }] as const),
  ...[...times].map(([name, patterns]) => [name, { ...patterns, has: clockOf(name) }] as const),
  ['regex', { surely: surelyExpression, perhaps: perhapsExpression, has: isExpression }],
])

/** Every text with the first format has the second, which the patterns alone do not show. */
export const inclusions: ReadonlyMap<string, string> = new Map([
  ['time', 'iso-time'],
  ['date-time', 'iso-date-time'],
])

/** Texts with the format, as people would write them; also of formats that are not checked for. */
export const samples: ReadonlyMap<string, readonly string[]> = new Map([
  ['date', ['2024-01-31', '2024-02-29', '1999-12-31']],
  ['time', ['12:30:00Z', '23:59:59Z', '00:00:00+01:00', '12:30:00.5Z']],
  [
    'date-time',
    ['2024-01-31T12:30:00Z', '2024-02-29T23:59:59Z', '1999-12-31T00:00:00+01:00', '2024-01-31T12:30:00.5Z'],
  ],
  ['iso-time', ['12:30:00', '12:30:00Z', '23:59:59']],
  ['iso-date-time', ['2024-01-31T12:30:00', '2024-01-31T12:30:00Z', '2024-02-29T23:59:59']],
  ['duration', ['P1D', 'PT1H', 'P1Y2M3DT4H5M6S', 'P2W']],
  ['uri', ['https://example.com/', 'https://example.com/a', 'urn:example:a', 'mailto:user@example.com']],
  ['uri-reference', ['/a', 'https://example.com/', '#a', '../a?b=c']],
  ['uri-template', ['/a/{b}', 'https://example.com/{a}', '/a']],
  ['url', ['https://example.com/', 'http://example.com/a', 'https://example.com:8080/a?b=c']],
  ['email', ['user@example.com', 'other@example.com', 'first.last@mail.example.com']],
  ['hostname', ['example.com', 'www.example.com', 'localhost']],
  ['ipv4', ['192.0.2.1', '198.51.100.1', '203.0.113.1']],
  ['ipv6', ['2001:db8::1', '::1', '2001:db8:0:0:0:0:0:1']],
  ['regex', ['^a+$', 'a', '[a-z]*']],
  [
    'uuid',
    [
      '123e4567-e89b-42d3-a456-426614174000',
      '123e4567-e89b-42d3-a456-426614174001',
      '123E4567-E89B-42D3-A456-426614174000',
      'urn:uuid:123e4567-e89b-42d3-a456-426614174000',
    ],
  ],
  ['json-pointer', ['/a', '/a/0', '']],
  ['json-pointer-uri-fragment', ['#/a', '#/a/0', '#']],
  ['relative-json-pointer', ['0', '1/a', '0#']],
  ['byte', ['YQ==', 'YWI=', 'YWJj']],
  ['idn-email', ['user@example.com']],
  ['idn-hostname', ['example.com']],
  ['iri', ['https://example.com/']],
  ['iri-reference', ['/a']],
])

function clockOf(name: string): (text: string) => boolean {
  const needsZone = !name.startsWith('iso-')
  const isDate = (text: string): boolean => dateExpression.test(text)
  return name.endsWith('date-time') ? (text) => isDateTime(text, needsZone, isDate) : (text) => isTime(text, needsZone)
}

const dateExpression = new RegExp(grammars.get('date') ?? '', 'u')

/** The engine compiles it and does not run it. `\Z`, an anchor elsewhere, is refused. */
function isExpression(text: string): boolean {
  if (/[^\\]\\Z/.test(text)) return false
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}
