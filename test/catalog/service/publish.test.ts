import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createTickets, ephemeralKeys } from '@tenantkit/runtime'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createJudgePool, type Judged, type JudgePool } from '../../../src/catalog/judge/index.js'
import { type Caller, decideReview, publish, type ServiceContext } from '../../../src/catalog/service/index.js'
import { openStore } from '../../../src/catalog/store/index.js'
import { bundleOf, order, shop } from '../support/shop.js'

const ann: Caller = { organisation: 'acme', actor: 'token:ann', namespaces: ['*'] }
const at = '2026-11-27T10:00:00.000Z'
const real = createJudgePool({ script: 'none' })

/** A service in memory. `judge`: what happens in place of the real one. */
async function service(judge: JudgePool['run'] = real.run) {
  const { privateKey } = generateKeyPairSync('ed25519')
  const store = await openStore({ place: ':memory:', signer: { key: privateKey, every: 100 } })
  onTestFinished(() => store.close())
  await store.createOrganisation('acme', { actor: 'operator', at })
  const defects: unknown[] = []
  const context: ServiceContext = {
    store,
    judge: { run: judge, close: async () => undefined },
    tickets: createTickets({ keys: ephemeralKeys() }),
    publicKey: createPublicKey(privateKey),
    now: () => new Date(at),
    random: randomBytes,
    onDefect: (defect, about) => void defects.push({ ...defect, ...about }),
  }
  return { context, defects }
}

const coordinates = (version: string) => ({ namespace: 'shop', name: 'orders', version })
const version = (of: string, text = shop({ version: of })) => ({
  coordinates: coordinates(of),
  bundle: bundleOf(text),
  dryRun: false,
})
const breaking = (of: string) =>
  version(of, shop({ version: of, order: order.replace('id: { type: string }', 'id: { type: integer }') }))

describe('publish', () => {
  it('asks the gate again when what it was asked about has moved meanwhile', async () => {
    let asked = 0
    const { context } = await service(async (organisation, job) => {
      asked++
      // While the gate looks at the first version, somebody else publishes one that it breaks.
      if (asked === 1) expect(await publish(context, ann, version('1.0.0'))).toMatchObject({ outcome: 'published' })
      return real.run(organisation, job)
    })
    expect(await publish(context, ann, breaking('1.1.0'))).toMatchObject({
      outcome: 'refused',
      report: { comparisons: [{ baseline: '1.0.0', breaking: 1 }] },
    })
    expect(asked).toBe(3)
  })

  it('keeps the same bytes once when two publish them at once', async () => {
    let asked = 0
    const { context } = await service(async (organisation, job) => {
      asked++
      if (asked === 1) await publish(context, ann, version('1.0.0'))
      return real.run(organisation, job)
    })
    expect(await publish(context, ann, version('1.0.0'))).toMatchObject({ outcome: 'unchanged' })
    expect(await context.store.of('acme').versions(coordinates(''))).toHaveLength(1)
  })

  it('lets the first of two have the version', async () => {
    let asked = 0
    const { context } = await service(async (organisation, job) => {
      asked++
      if (asked === 1) await publish(context, ann, version('1.0.0', `${shop()}# other\n`))
      return real.run(organisation, job)
    })
    expect(await publish(context, ann, version('1.0.0'))).toMatchObject({ kind: 'refused', reason: 'conflict' })
  })

  it('gives up on what moves all the time', async () => {
    let next = 0
    let isOwn = false
    const { context } = await service(async (organisation, job) => {
      if (!isOwn) {
        isOwn = true
        await publish(context, ann, version(`1.${next++}.0`))
        isOwn = false
      }
      return real.run(organisation, job)
    })
    expect(await publish(context, ann, version('2.0.0'))).toMatchObject({ kind: 'refused', reason: 'busy' })
  })

  const defect = { step: 'gate', name: 'DeadlineExceeded', at: [] }
  it('refuses what defeats the gate, and tells those who run the catalog', async () => {
    const { context, defects } = await service(async () => ({ kind: 'defeated', defect }))
    expect(await publish(context, ann, version('1.0.0'))).toMatchObject({
      outcome: 'refused',
      report: {
        verdict: 'refused',
        checks: [{ name: 'load', outcome: 'refused' }, ...Array(5).fill({ outcome: 'skipped' })],
      },
    })
    expect(defects).toMatchObject([
      {
        name: 'DeadlineExceeded',
        organisation: 'acme',
        subject: 'shop/orders@1.0.0',
        step: expect.stringMatching(/^gate sha256:/),
      },
    ])
    expect((await context.store.of('acme').audit({ after: 0, limit: 9 })).at(-1)?.action).toBe('version-refused')
  })

  it('tells of every fault that the gate met', async () => {
    const { context, defects } = await service(async (organisation, job) => {
      const judged = await real.run(organisation, job)
      return { ...judged, answer: { ...(judged as { answer: object }).answer, defects: [defect] } } as never
    })
    await publish(context, ann, version('1.0.0'))
    expect(defects).toEqual([{ ...defect, organisation: 'acme', subject: 'shop/orders@1.0.0' }])
  })

  it('says that it has too much to do', async () => {
    const { context } = await service(async () => ({ kind: 'busy' }))
    expect(await publish(context, ann, version('1.0.0'))).toMatchObject({ kind: 'refused', reason: 'busy' })
    expect(await context.store.of('acme').versions(coordinates(''))).toEqual([])
  })

  it.each<[string, Judged<never>, string]>([
    ['defeats the gate', { kind: 'defeated', defect }, 'conflict'],
    ['has to wait', { kind: 'busy' }, 'busy'],
  ])('approves nothing that %s', async (_name, judged, reason) => {
    let isOver = false
    const { context } = await service(async (organisation, job) => (isOver ? judged : real.run(organisation, job)))
    await context.store.of('acme').change({ actor: 'x', at }, async (writes) => {
      await writes.setNamespace({
        name: 'shop',
        rules: {
          compatibility: 'backward',
          onBreaking: 'review',
          scopedAtLeast: 0,
          classifiedAtLeast: 0,
          semver: 'enforce',
        },
      })
    })
    await publish(context, ann, version('1.0.0'))
    expect(await publish(context, ann, breaking('2.0.0'))).toMatchObject({ outcome: 'pending' })
    isOver = true
    const ben = { ...ann, actor: 'token:ben' }
    const decided = await decideReview(context, ben, coordinates('2.0.0'), { decision: 'approve', reason: 'x' })
    expect(decided).toMatchObject({ kind: 'refused', reason })
    expect((await context.store.of('acme').version(coordinates('2.0.0')))?.state).toBe('pending')
  })
})
