import { describe, expect, it } from 'vitest'
import {
  compareBundles,
  type DeployEnvironment,
  type DeploySubject,
  judgeDeployment,
} from '../../../src/catalog/deploy/index.js'
import type { ContractUse } from '../../../src/catalog/model/index.js'
import { bundleOf, order, shop } from '../support/shop.js'

const orders = (version: string) => ({ namespace: 'shop', name: 'orders', version })
const web = { namespace: 'web', name: 'shop', version: '3' }
const use = (version: string, fields?: readonly string[], name = 'orders'): ContractUse => ({
  ...orders(version),
  name,
  operations: [{ operation: 'getOrder', ...(fields && { fields }) }],
})
/** 2.0.0 answers with an email that may be a number; 3.0.0 cannot be read. */
const versions: Readonly<Record<string, string>> = {
  '1.0.0': shop(),
  '1.1.0': shop({ version: '1.1.0', order: `${order}, note: { type: string }` }),
  '2.0.0': shop({
    version: '2.0.0',
    order: order.replace('email: { type: string', 'email: { type: [string, integer]'),
  }),
  '3.0.0': '{',
}

async function judged(subject: DeploySubject, environment: Partial<DeployEnvironment>) {
  const side = ({ version, namespace, name }: { version: string; namespace: string; name: string }) => ({
    coordinates: { namespace, name, version },
    bundle: bundleOf(versions[version] ?? ''),
  })
  const { deployable, reasons } = await judgeDeployment(
    subject,
    { contracts: [], consumers: [], ...environment },
    (before, after) => compareBundles(side(before), side(after), { today: '2026-01-01' }),
  )
  return [
    deployable,
    ...reasons.map(
      (one) =>
        `${one.deployable} ${one.consumer} ${one.contract}: ${one.message}${one.findings.map((finding) => ` ${finding}`).join('')}`,
    ),
  ]
}

describe('a contract', () => {
  const deploy = (version: string, ...uses: readonly ContractUse[]) =>
    judged({ kind: 'contract', coordinates: orders(version) }, { consumers: [{ coordinates: web, uses }] })

  it.each([
    ['1.0.0', use('1.0.0'), true, 'The consumer was built with this version.'],
    ['1.1.0', use('1.0.0'), true, 'Nothing breaks since 1.0.0.'],
    ['2.0.0', use('1.0.0', ['id']), true, 'What breaks since 1.0.0 is not used.'],
    ['3.0.0', use('1.0.0'), false, 'It cannot be compared with 1.0.0, which the consumer was built with.'],
  ])('%s beside a consumer', async (version, used, deployable, message) => {
    expect(await deploy(version, used)).toEqual([
      deployable,
      `${deployable} web/shop@3 shop/orders@${version}: ${message}`,
    ])
  })

  it('that breaks what is used', async () => {
    expect(await deploy('2.0.0', use('1.0.0', ['email']))).toEqual([
      false,
      expect.stringMatching(
        /^false web\/shop@3 shop\/orders@2\.0\.0: It breaks what the consumer uses of 1\.0\.0\. getOrder: TK3\d+ /,
      ),
    ])
  })

  it('that nobody there uses', async () => {
    expect(await deploy('2.0.0', use('1.0.0', undefined, 'others'))).toEqual([true])
  })
})

describe('a consumer', () => {
  const deploy = (uses: readonly ContractUse[], ...there: readonly string[]) =>
    judged({ kind: 'consumer', coordinates: web, uses }, { contracts: there.map(orders) })

  it('needs all that it uses', async () => {
    expect(await deploy([use('1.0.0'), use('1.0.0', undefined, 'others')], '1.1.0')).toEqual([
      false,
      'true web/shop@3 shop/orders@1.1.0: Nothing breaks since 1.0.0.',
      'false web/shop@3 shop/others@1.0.0: The contract is not deployed there.',
    ])
  })

  it('is held against what is there, whichever is newer', async () => {
    expect(await deploy([use('2.0.0', ['email'])], '1.0.0')).toEqual([
      true,
      'true web/shop@3 shop/orders@1.0.0: Nothing breaks since 2.0.0.',
    ])
    expect((await deploy([use('1.0.0', ['email'])], '2.0.0'))[0]).toBe(false)
  })

  it('that uses nothing can go anywhere', async () => {
    expect(await deploy([])).toEqual([true])
  })
})
