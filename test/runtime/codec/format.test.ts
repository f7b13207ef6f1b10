import { expect, test } from 'vitest'
import * as formats from '../../../src/runtime/src/codec/format/index.js'

/** What the official suite leaves open; it covers the rest. */
test.each<[keyof typeof formats, unknown, boolean]>([
  ['isDateTime', '2024-02-29T23:59:60Z', true],
  ['isDateTime', '2024-03-01T00:59:60+01:00', true],
  ['isDateTime', '2024-02-29T23:58:60Z', false],
  ['isDateTime', '2023-02-29T10:00:00Z', false],
  ['isDateTime', '2024-02-29 10:00:00Z', false],
  ['isDateTime', '2024-02-29T10:00:00', false],
  ['isDateTime', '2024-02-29T10:00:00Zx', false],
  ['isDate', '1900-02-29', false],
  ['isDate', '2000-02-29', true],
  ['isDate', '2000-00-10', false],
  ['isDate', '2000-13-10', false],
  ['isDate', '2000-04-31', false],
  ['isDate', '0000-01-01', true],
  ['isTime', '10:00:00.5+00:00', true],
  ['isTime', '10:00:00.Z', false],
  ['isDuration', 'P', false],
  ['isDuration', 'P1DT', false],
  ['isDuration', 'P1Y2M3DT4H5M6S', true],
  ['isDuration', 'P1W2D', false],
  ['isEmail', 'a@b', true],
  ['isEmail', 'a@b..c', false],
  ['isEmail', `${'a'.repeat(65)}@b.c`, false],
  ['isEmail', 'a@[IPv6:::1]', true],
  ['isEmail', 'a\n@b.c', false],
  ['isHostname', 'a'.repeat(64), false],
  ['isHostname', 'a.-b', false],
  ['isHostname', 'a.', false],
  ['isIpv4', '01.1.1.1', false],
  ['isIpv4', '1.1.1.256', false],
  ['isIpv6', '1::2::3', false],
  ['isIpv6', '::ffff:1.2.3.4', true],
  ['isIpv6', '1.2.3.4::', false],
  ['isIpv6', '::1%eth0', false],
  ['isUri', 'http://[::1]:80/a?b#c', true],
  ['isUri', 'http://[::1', false],
  ['isUri', 'http://a b', false],
  ['isUri', '//a/b', false],
  ['isUriReference', '//a/b', true],
  ['isUriReference', 'a%zz', false],
  ['isUriReference', '', true],
  ['isUuid', '2EB8AA08-AA98-11EA-B4AA-73B441D16380', true],
  ['isUuid', '2eb8aa08aa98-11ea-b4aa-73b441d16380-', false],
  ['isJsonPointer', '/a~2', false],
  ['isRegex', '^(?<name>a)$', true],
  ['isRegex', '\\Z', false],
  ['isByte', '', true],
  ['isByte', 'aGk=', true],
  ['isByte', 'aGk', false],
  ['isByte', 'a===', false],
  ['isByte', 'aG_-', false],
  ['isInt32', 2147483648, false],
  ['isInt32', -2147483648, true],
  ['isInt32', 1.5, false],
  ['isInt64', 9.3e18, false],
  ['isInt64', 2 ** 60, true],
  ['isFloat', 1e39, false],
])('%s(%j) is %s', (name, value, verdict) => {
  expect((formats[name] as (value: unknown) => boolean)(value)).toBe(verdict)
})

test('long texts take no long time', () => {
  const long = 'a'.repeat(200_000)
  for (const check of Object.values(formats)) (check as (value: string) => boolean)(long)
  expect(formats.isByte('QUJD'.repeat(500_000))).toBe(true)
})
