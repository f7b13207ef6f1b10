import { describe, expect, it } from 'vitest'
import { runGate } from '../../../src/catalog/gate/index.js'
import { defaultRules } from '../../../src/catalog/model/index.js'
import { bundleOf, shop } from '../support/shop.js'

const laughs = `openapi: 3.1.0
info: { title: L, version: 1.1.0 }
a: &a [x, x, x, x, x, x, x, x, x, x]
${'b c d e f g h i j'
  .split(' ')
  .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(', ')}]`)
  .join('\n')}
paths: {}
`
const json = (schemas: string) =>
  `{"openapi":"3.1.0","info":{"title":"D","version":"1.1.0"},"paths":{},"components":{"schemas":${schemas}}}`
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['a billion laughs', laughs],
  ['nothing', ''],
  ['a list', '[]'],
  ['no text', '\0\u0001\ufffe'],
  ['brackets 4,000 deep', `{"openapi":"3.1.0","info":${'['.repeat(4000)}${']'.repeat(4000)}}`],
  ['a schema 4,000 deep', json(`{"D":${'{"items":'.repeat(4000)}{}${'}'.repeat(4000)}}`)],
  ['a schema 1,900 deep', json(`{"D":${'{"items":'.repeat(1900)}{}${'}'.repeat(1900)}}`)],
  ['a reference to itself', json('{"D":{"$ref":"#/components/schemas/D"}}')],
  ['references in a ring', json('{"A":{"$ref":"#/components/schemas/B"},"B":{"$ref":"#/components/schemas/A"}}')],
  ['a prototype', json('{"__proto__":{"type":"object","properties":{"__proto__":{},"constructor":{}}}}')],
  ['a pattern that never ends', json('{"D":{"type":"string","pattern":"^(a+)+$"}}')],
  ['what leads out', json('{"D":{"$ref":"../../../etc/passwd"}}')],
  ['a wide choice', json(`{"D":{"oneOf":[${Array.from({ length: 2000 }, (_, n) => `{"const":${n}}`).join(',')}]}}`)],
]

describe('the gate', () => {
  it.each(hostile)('survives %s, on either side', async (_name, text) => {
    const coordinates = { namespace: 'shop', name: 'orders', version: '1.1.0' }
    const common = {
      coordinates,
      rules: { ...defaultRules, compatibility: 'full' },
      uses: [],
      today: '2026-01-01',
    } as const
    const good = bundleOf(shop({ version: '1.1.0' }))
    const bad = bundleOf(text)
    const one = await runGate({ ...common, bundle: bad, baselines: [{ version: '1.0.0', bundle: good, because: [] }] })
    const other = await runGate({
      ...common,
      bundle: good,
      baselines: [{ version: '1.0.0', bundle: bad, because: [] }],
    })
    const same = await runGate({ ...common, bundle: bad, baselines: [{ version: '1.0.0', bundle: bad, because: [] }] })
    for (const { report, digest } of [one, other, same]) {
      expect(report.checks).toHaveLength(6)
      expect(digest).toMatch(/^sha256:/)
    }
    expect(JSON.stringify(one.report)).not.toContain('root:')
  })

  it('shows no control characters of a contract', async () => {
    const text = shop().replace('version: 1.0.0', 'version: "\\e]0;x\\a</script>"')
    const coordinates = { namespace: 'shop', name: 'orders', version: '1.0.0' }
    const { report } = await runGate({
      coordinates,
      bundle: bundleOf(text),
      rules: defaultRules,
      baselines: [],
      uses: [],
      today: '2026-01-01',
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(report.checks.flatMap(({ message, details = [] }) => [message, ...details]).join('')).not.toMatch(
      /[\u0000-\u001f]/,
    )
  })
})
