import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateNames, fold, type NameRules } from '../../../src/generate/plan/names.js'
import { reservedFileNames, reservedFunctionNames, reservedTypeNames } from '../../../src/generate/plan/reserved.js'
import { toStyle } from '../../../src/generate/plan/words.js'

const types: NameRules = { style: 'pascal', kind: 'schema', reserved: reservedTypeNames, suffix: 'Model' }
const calls: NameRules = { style: 'camel', kind: 'operation', reserved: reservedFunctionNames, suffix: 'Operation' }
const files: NameRules = { style: 'kebab', kind: 'schema', reserved: reservedFileNames, suffix: 'schema' }

function named(raws: readonly string[], rules: NameRules): Record<string, string> {
  return Object.fromEntries(
    allocateNames(
      raws.map((raw) => ({ key: raw, raw })),
      rules,
    ),
  )
}

describe('styles', () => {
  it.each([
    ['get-order', 'GetOrder', 'getOrder', 'get-order'],
    ['get_order', 'GetOrder', 'getOrder', 'get-order'],
    ['GetOrder', 'GetOrder', 'getOrder', 'get-order'],
    ['GET ORDER', 'GetOrder', 'getOrder', 'get-order'],
    ['repos/list-for-org', 'ReposListForOrg', 'reposListForOrg', 'repos-list-for-org'],
    ['HTTPError', 'HTTPError', 'httpError', 'http-error'],
    ['URL', 'URL', 'url', 'url'],
    ['ID3Tag', 'ID3Tag', 'id3Tag', 'id3-tag'],
    ['io.k8s.api.core.v1.Pod', 'IoK8sApiCoreV1Pod', 'ioK8sApiCoreV1Pod', 'io-k8s-api-core-v1-pod'],
    ['größe', 'Größe', 'größe', 'größe'],
    ['cafe\u0301', 'Café', 'café', 'café'],
    ['注文', '注文', '注文', '注文'],
    ['\\u0061bc', 'U0061bc', 'u0061bc', 'u0061bc'],
    ['a(){}};CANARY();//', 'ACANARY', 'aCANARY', 'a-canary'],
    ['🚀', '', '', ''],
  ])('%s', (raw, pascal, camel, kebab) => {
    expect([toStyle(raw, 'pascal'), toStyle(raw, 'camel'), toStyle(raw, 'kebab')]).toEqual([pascal, camel, kebab])
  })
})

describe('allocateNames', () => {
  it('keeps clear of words, globals and what generated code imports', () => {
    expect(named(['Promise', 'record', 'Result', 'Unrecognized', 'order'], types)).toEqual({
      Promise: 'PromiseModel',
      record: 'RecordModel',
      Result: 'ResultModel',
      Unrecognized: 'UnrecognizedModel',
      order: 'Order',
    })
    expect(named(['delete', 'as', 'then', 'constructor', '__proto__', 'transport'], calls)).toEqual({
      delete: 'deleteOperation',
      as: 'asOperation',
      // biome-ignore lint/suspicious/noThenProperty: the name of an operation
      then: 'thenOperation',
      constructor: 'constructorOperation',
      ['__proto__']: 'proto',
      transport: 'transportOperation',
    })
  })

  it('makes up what is not there', () => {
    expect(named(['', '🚀', '404', '2fa-code'], types)).toEqual({
      '': 'Schema',
      '🚀': 'Schema2',
      404: 'Schema404',
      '2fa-code': 'Schema2faCode',
    })
  })

  it('gives the plain name to who writes it so, and numbers to the others', () => {
    expect(named(['get-a', 'get_a', 'getA', 'GetA'], calls)).toEqual({
      getA: 'getA',
      GetA: 'getA2',
      'get-a': 'getA3',
      get_a: 'getA4',
    })
    expect(named(['v1', 'V1', 'V1 2'], types)).toEqual({ V1: 'V1', 'V1 2': 'V12', v1: 'V1_2' })
  })

  it('takes another number when one is somebody else’s name', () => {
    expect(named(['Order', 'order', 'Order2'], types)).toEqual({ Order: 'Order', Order2: 'Order2', order: 'Order3' })
  })

  it('avoids the devices of Windows, and what folds together on its file systems', () => {
    expect(named(['Con', 'aux', 'index', 'COM1'], files)).toEqual({
      Con: 'con-schema',
      aux: 'aux-schema',
      index: 'index-schema',
      COM1: 'com1-schema',
    })
    expect(fold('Straße')).toBe(fold('STRASSE'))
    expect(fold('ﬁle')).toBe(fold('FILE'))
  })

  it('cuts what is too long, and tells two with the same beginning apart', () => {
    const long = `Order${'x'.repeat(300)}`
    const { [`${long}a`]: first = '', [`${long}b`]: second = '' } = named([`${long}a`, `${long}b`], types)
    expect([first.length, second.length]).toEqual([99, 99])
    expect(first).not.toBe(second)
    const [file = ''] = Object.values(named(['注'.repeat(300)], files))
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(180)
  })

  it('is unique without regard to case, makes identifiers, and does not depend on the order', () => {
    const raw = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'a-a', 'aA', 'a2', '__proto__', ''))
    fc.assert(
      fc.property(fc.uniqueArray(raw, { maxLength: 12 }), fc.constantFrom(types, calls, files), (raws, rules) => {
        const names = allocateNames(
          raws.map((one) => ({ key: one, raw: one })),
          rules,
        )
        const reversed = allocateNames(
          [...raws].reverse().map((one) => ({ key: one, raw: one })),
          rules,
        )
        expect(names.size).toBe(raws.length)
        expect(new Set([...names.values()].map(fold)).size).toBe(raws.length)
        for (const [key, name] of names) {
          expect(reversed.get(key)).toBe(name)
          expect(name).toMatch(rules.style === 'kebab' ? /^[\p{L}][\p{L}\p{Nd}-]*$/u : /^\p{L}[\p{L}\p{Nd}_]*$/u)
        }
      }),
    )
  })
})
