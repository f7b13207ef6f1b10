import { readFileSync } from 'node:fs'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import type { TestCatalog } from '../server.js'
import { order, shop } from '../support/shop.js'

const contracts = new URL('../../../contracts/', import.meta.url)

/** The marketplace of the examples, published: two versions of a contract, events, a review that waits, consumers, deployments. */
export async function fillMarket(catalog: TestCatalog): Promise<CatalogClient> {
  const ci = await catalog.client()
  await ci.configureNamespace({ path: { namespace: 'market' }, body: { onBreaking: 'review', semver: 'report' } })
  const provenance = {
    commit: '4f1c2d7',
    repository: 'https://forge.example/market/contracts',
    workflow: 'publish.yaml',
  }
  for (const [name, version, file] of [
    ['orders', '1.4.0', 'orders.v1.openapi.yaml'],
    ['order-events', '1.2.0', 'order-events.v1.asyncapi.yaml'],
  ] as const)
    await publish(ci, { namespace: 'market', name, version }, read(file), provenance)
  await publish(ci, { namespace: 'fulfilment', name: 'handover', version: '2.1.0' }, read('orders.openapi.yaml'))
  await publish(ci, { namespace: 'shop', name: 'orders', version: '1.0.0' }, shop())
  await publish(
    ci,
    { namespace: 'shop', name: 'orders', version: '1.1.0' },
    shop({ version: '1.1.0', order: `${order}, note: { type: string, description: For the parcel. }` }),
  )
  await ci.recordRelease({ path: { namespace: 'market', name: 'orders', version: '1.4.0' } })
  await ci.publishUsage({
    path: { namespace: 'market', name: 'shop-front', version: '5.2.0' },
    body: {
      uses: [
        { namespace: 'market', name: 'orders', version: '1.4.0', operations: [{ operation: 'listOrders' }] },
        {
          namespace: 'shop',
          name: 'orders',
          version: '1.0.0',
          operations: [{ operation: 'getOrder', fields: ['id', 'email'] }],
        },
      ],
    },
  })
  const deploy = (
    environment: string,
    kind: 'contract' | 'consumer',
    namespace: string,
    name: string,
    version: string,
  ) => ci.recordDeployment({ path: { environment, kind, namespace, name }, body: { version } })
  await deploy('prod', 'contract', 'market', 'orders', '1.4.0')
  await deploy('prod', 'contract', 'shop', 'orders', '1.0.0')
  await deploy('staging', 'contract', 'shop', 'orders', '1.1.0')
  await deploy('prod', 'consumer', 'market', 'shop-front', '5.2.0')
  // What breaks waits in this namespace, and is refused in the other.
  await publish(ci, { namespace: 'market', name: 'orders', version: '2.1.0' }, read('orders.openapi.yaml'), provenance)
  await publish(
    ci,
    { namespace: 'shop', name: 'orders', version: '1.2.0' },
    shop({ version: '1.2.0', order: 'id: { type: integer }' }),
  )
  return ci
}

function read(file: string): string {
  return readFileSync(new URL(file, contracts), 'utf8')
}

function publish(
  client: CatalogClient,
  path: { readonly namespace: string; readonly name: string; readonly version: string },
  text: string,
  provenance?: { readonly commit: string; readonly repository: string; readonly workflow: string },
) {
  const documents = [{ path: 'contract.yaml', text }]
  return client.publishVersion({ path, body: { documents, ...(provenance && { provenance }) } })
}
