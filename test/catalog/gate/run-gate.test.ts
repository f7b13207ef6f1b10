import { describe, expect, it } from 'vitest'
import { type GateInput, runGate } from '../../../src/catalog/gate/index.js'
import { type ConsumerUse, defaultRules, type NamespaceRules } from '../../../src/catalog/model/index.js'
import { bundleOf, order, shop } from '../support/shop.js'

interface Given extends Partial<Omit<GateInput, 'rules' | 'bundle' | 'baselines'>> {
  readonly version?: string
  readonly rules?: Partial<NamespaceRules>
  /** Texts by version. */
  readonly baselines?: Readonly<Record<string, string>>
}

function gate(text: string, { version = '1.1.0', rules, baselines = {}, ...rest }: Given = {}) {
  return runGate({
    coordinates: { namespace: 'shop', name: 'orders', version },
    bundle: bundleOf(text),
    rules: { ...defaultRules, ...rules },
    baselines: Object.entries(baselines).map(([of, baseline]) => ({
      version: of,
      bundle: bundleOf(baseline),
      because: ['released'],
    })),
    uses: [],
    today: '2026-01-01',
    ...rest,
  })
}

/** The verdict, and the checks that did not just pass. */
async function judged(text: string, given?: Given): Promise<readonly string[]> {
  const { report } = await gate(text, given)
  const lines = report.checks.flatMap(({ name, outcome, message, details = [] }) =>
    outcome === 'passed' ? [] : [`${name} ${outcome}: ${message}`, ...details],
  )
  return [report.verdict, ...lines]
}

const consumer = (fields?: readonly string[]): ConsumerUse => ({
  namespace: 'web',
  name: 'shop',
  version: '3',
  operations: [{ operation: 'getOrder', ...(fields && { fields }) }],
})
const first = shop({ order: order.replace('email: {', 'email: { minLength: 1,') })
const wider = (version: string) =>
  shop({ version, order: order.replace('id: { type: string }', 'id: { type: [string, integer] }') })

describe('runGate', () => {
  it('passes the first version', async () => {
    const { report, digest, described } = await gate(shop(), { version: '1.0.0' })
    expect(report.verdict).toBe('passed')
    expect(report.checks.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'load passed',
      'identity passed',
      'coverage passed',
      'compatibility passed',
      'semver skipped',
      'consumers passed',
    ])
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect([described?.title, described?.protocol, described?.facts.operations]).toEqual(['Orders', 'openapi', 2])
  })

  it('passes the same contract again', async () => {
    expect((await gate(shop({ version: '1.1.0' }), { baselines: { '1.0.0': shop() } })).report.verdict).toBe('passed')
  })

  it('refuses what cannot be read, and goes no further', async () => {
    const [verdict, load, ...lines] = await judged('openapi: 3.1.0\ninfo: [')
    expect([verdict, load]).toEqual(['refused', 'load refused: The contract cannot be read.'])
    expect(lines[0]).toMatch(/^catalog:shop\/orders@1\.1\.0:2:\d+ TK10/)
    expect(lines.slice(-5).every((line) => line.includes(' skipped: '))).toBe(true)
  })

  it('refuses another version, another protocol, another API', async () => {
    const events = 'asyncapi: 3.0.0\ninfo: { title: E, version: 1.0.0 }\nchannels: {}\noperations: {}\n'
    const [one, two] = ['0b8f6c1e-3a0f-4a54-9d0c-6b6f6a5f5f0e', '1b8f6c1e-3a0f-4a54-9d0c-6b6f6a5f5f0e']
    expect(
      await judged(shop({ id: one }), { baselines: { '0.9.0': events, '0.8.0': shop({ version: '0.8.0', id: two }) } }),
    ).toEqual([
      'refused',
      'identity refused: The contract is not shop/orders@1.1.0.',
      'info.version is 1.0.0, and the version to be published is 1.1.0',
      '0.9.0 is asyncapi, and this is openapi',
      'x-api-id is another one than in 0.8.0',
    ])
  })

  it('refuses too little annotation', async () => {
    const rules = { scopedAtLeast: 100, classifiedAtLeast: 51, onBreaking: 'review' } as const
    expect(await judged(shop(), { version: '1.0.0', rules })).toEqual([
      'refused',
      'coverage refused: Too little is annotated.',
      'fields with a data classification: 50 %, and the namespace asks for 51 %',
      'semver skipped: There is no version before it.',
    ])
  })

  it('refuses a break, whatever the version says, or lets owners decide', async () => {
    const given = { version: '2.0.0', baselines: { '1.0.0': shop() } }
    const expected = [
      'compatibility refused: The new version is not compatible (backward).',
      'backward with 1.0.0 (released): 1 breaking',
    ]
    expect(await judged(wider('2.0.0'), given)).toEqual(['refused', ...expected])
    const reviewed = await judged(wider('2.0.0'), { ...given, rules: { onBreaking: 'review' } })
    expect(reviewed).toEqual(['review', expected[0]?.replace('refused', 'review'), expected[1]])
  })

  it.each([
    ['none', ['passed', 'compatibility skipped: The namespace asks for none.']],
    ['backward', ['passed']],
    [
      'forward',
      [
        'refused',
        'compatibility refused: The new version is not compatible (forward).',
        'forward with 1.0.0 (released): 1 breaking',
      ],
    ],
    [
      'full-transitive',
      [
        'refused',
        'compatibility refused: The new version is not compatible (full-transitive).',
        'forward with 1.0.0 (released): 1 breaking',
      ],
    ],
  ] as const)('looks the way that %s asks for', async (compatibility, expected) => {
    // Back from the new version to the old one, answers may have a number that nobody expects.
    const given = { rules: { compatibility }, baselines: { '1.0.0': wider('1.0.0') } }
    expect(await judged(shop({ version: '1.1.0' }), given)).toEqual(expected)
  })

  it('asks for the bump that the changes need, of the version before', async () => {
    const added = shop({ version: '1.0.1', order: `${order}, note: { type: string }` })
    const given = {
      version: '1.0.1',
      baselines: { '2.0.0': wider('2.0.0'), '1.0.0': shop() },
      rules: { compatibility: 'none' },
    } as const
    const sentence = '1.0.1 is declared a patch change; this needs 1.1.0.'
    expect((await judged(added, given)).slice(0, 3)).toEqual([
      'refused',
      'compatibility skipped: The namespace asks for none.',
      `semver refused: ${sentence}`,
    ])
    const { report } = await gate(added, { ...given, rules: { ...given.rules, semver: 'report' } })
    expect(report.checks.find(({ name }) => name === 'semver')).toEqual({
      name: 'semver',
      outcome: 'passed',
      message: sentence,
    })
  })

  it('says whether what breaks is used', async () => {
    const text = shop({
      version: '2.0.0',
      order: order.replace('email: { type: string', 'email: { type: [string, integer]'),
    })
    const given = { version: '2.0.0', baselines: { '1.0.0': shop() }, rules: { compatibility: 'none' } } as const
    const used = async (uses: readonly ConsumerUse[]) =>
      (await gate(text, { ...given, uses })).report.comparisons.map((one) => [one.breaking, one.used])
    expect(await used([])).toEqual([[1, 0]])
    expect(await used([consumer(['id'])])).toEqual([[1, 0]])
    expect(await used([consumer(['id']), consumer(['email'])])).toEqual([[1, 1]])
    expect((await judged(text, { ...given, uses: [consumer(['id'])] }))[0]).toBe('passed')
    expect(await judged(text, { ...given, uses: [consumer()] })).toEqual([
      'refused',
      'compatibility skipped: The namespace asks for none.',
      'consumers refused: What breaks is used.',
      expect.stringMatching(/^web\/shop@3 getOrder: TK3\d+ /),
    ])
  })

  it('refuses what cannot be compared', async () => {
    expect(await judged(shop({ version: '1.1.0' }), { baselines: { '1.0.0': '{' } })).toEqual([
      'refused',
      'compatibility refused: The new version cannot be compared with all that it must get along with.',
      '1.0.0 could not be compared',
      'semver skipped: There is no version before it.',
    ])
  })

  it('keeps the reports', async () => {
    const { report } = await gate(first.replace('1.0.0', '1.1.0'), { baselines: { '1.0.0': first } })
    expect(
      report.comparisons.map(({ baseline, because, direction, verdict, report: of }) => [
        baseline,
        because,
        direction,
        verdict,
        of?.base.source,
      ]),
    ).toEqual([['1.0.0', ['released'], 'backward', 'unchanged', 'catalog:shop/orders@1.0.0']])
  })
})
