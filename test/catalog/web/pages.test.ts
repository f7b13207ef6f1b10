import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultRules } from '../../../src/catalog/model/index.js'
import { serverAddress } from '../../../src/catalog/web/address/server-address.js'
import { shop } from '../support/shop.js'
import { fillMarket } from './market.js'
import { type PagesCatalog, pagesCatalog, type Visitor } from './support.js'
import { isVendored } from './vendored.js'

/** Every page over the marketplace of the examples, as markup. */
describe('the pages', { timeout: 120_000 }, () => {
  let catalog: PagesCatalog
  let ann: Visitor
  beforeAll(async () => {
    catalog = await pagesCatalog()
    await fillMarket(catalog)
    ann = await catalog.signedIn()
  }, 120_000)
  afterAll(async () => {
    expect(catalog.errors).toEqual([])
    await catalog.close()
  })

  const text = async (path: string) => {
    const page = await ann.get(path)
    expect([path, page.status]).toEqual([path, 200])
    return page.text
  }
  const links = async (path: string, pattern: RegExp) =>
    [...(await ann.get(path)).html.matchAll(/<a href="([^"]*)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .filter((href) => pattern.test(href))

  describe('the overview', () => {
    it('lists contracts with their scopes and highest classes', async () => {
      expect(await links('/', /^\/contracts/)).toEqual([
        '/contracts/fulfilment/handover',
        '/contracts/market/order-events',
        '/contracts/market/orders',
        '/contracts/shop/orders',
      ])
      expect(await text('/')).toContain(
        'market/ orders Orders 1.4.0 · OpenAPI · 2 versions · order-management tenant shared platform public restricted 2 fields confidential 14 fields',
      )
    })

    it('narrows down by namespace, standard, scope and class, and keeps what was asked', async () => {
      const names = (query: string) => links(`/?${query}`, /^\/contracts/)
      expect(await names('namespace=shop')).toEqual(['/contracts/shop/orders'])
      expect(await names('protocol=asyncapi')).toEqual(['/contracts/market/order-events'])
      expect(await names('scope=cross-tenant')).toEqual(['/contracts/fulfilment/handover'])
      expect(await names('class=restricted&namespace=market')).toEqual(['/contracts/market/orders'])
      expect(await names('class=genetic')).toEqual([])
      expect((await ann.get('/?scope=platform')).html).toContain('<option value="platform" selected="">')
      expect(await text('/?class=genetic')).toContain('No contract is like that.')
    })

    it('finds what is inside of contracts', async () => {
      expect(await text('/?q=email')).toContain('field Order.email confidential shop/orders 1.1.0')
      expect(await text('/?kind=operation&scope=platform')).toContain(
        'operation PUT /tenants/{tenantId}/suspension platform',
      )
      expect(await text('/?q=nothingofthekind')).toContain('Nothing is like that.')
    })

    it('goes on page by page', async () => {
      const contracts = await catalog.signedIn({ organisation: 'many' })
      const { store } = catalog.running.context
      await store.of('many').change({ actor: 'token:x', at: '2026-11-27T10:00:00.000Z' }, async (writes) => {
        await writes.setNamespace({ name: 'n', rules: defaultRules })
        for (let index = 10; index < 62; index++)
          await writes.addVersion({
            namespace: 'n',
            name: `c${index}`,
            version: '1.0.0',
            protocol: 'openapi',
            title: 'T',
            digest: `sha256:${index}`,
            bundle: { documents: [{ path: 'a.yaml', text: 'a' }], overlays: [] },
            state: 'published',
            facts: { operations: 0, scoped: 0, fields: 0, classified: 0 },
            report: { verdict: 'passed', checks: [], comparisons: [] },
          })
      })
      const first = await contracts.get('/?namespace=n')
      expect(first.html).toContain('href="/?namespace=n&amp;after=n%2Fc59" rel="next"')
      const second = await contracts.get('/?namespace=n&after=n/c59')
      expect(second.text).toMatch(/n\/ c60 .*n\/ c61 /)
      expect(second.html).not.toContain('rel="next"')
      expect(second.html).toContain('href="/?namespace=n" rel="prev"')
    })

    it('is not disturbed by a query that makes no sense', async () => {
      for (const query of [
        'offset=-1',
        'offset=9999999999999',
        'after=x',
        'kind=x',
        'q=%00',
        `q=${'x'.repeat(5000)}`,
        'class=%27',
      ])
        expect([query, (await ann.get(`/?${query}`)).status]).toEqual([query, 200])
    })
  })

  describe('a contract', () => {
    it('shows versions, where they run and who uses them', async () => {
      const page = await text('/contracts/shop/orders')
      expect(page).toContain('Newest version 1.1.0')
      expect(page).toContain('1.1.0 published')
      expect(page).toContain('since 1.0.0')
      expect(page).toContain('prod 1.0.0')
      expect(page).toContain('staging 1.1.0')
      expect(page).toContain('market/shop-front 5.2.0 1.0.0 getOrder id, email')
      expect(await links('/contracts/shop/orders', /^\/changes/)).toEqual([
        '/changes/shop/orders?before=1.0.0&after=1.1.0',
      ])
    })

    it('is not there for another organisation', async () => {
      const eve = await catalog.signedIn({ organisation: 'eve' })
      for (const path of [
        '/contracts/shop/orders',
        '/contracts/shop/orders/1.0.0',
        '/contracts/shop/orders/1.0.0/operation/getOrder',
        '/contracts/shop/orders/1.0.0/schema/Order',
        '/contracts/shop/orders/1.0.0/source',
        '/contracts/shop/orders/1.0.0/document',
        '/contracts/shop/orders/1.0.0/reference',
        '/contracts/shop/orders/1.0.0/united',
        '/changes/shop/orders?before=1.0.0&after=1.1.0',
        '/reviews/market/orders/2.1.0',
      ]) {
        const [mine, made] = [await eve.get(path), await eve.get(path.replace('orders', 'nothing'))]
        expect([path, mine.status, mine.html]).toEqual([path, 404, made.html])
      }
      expect((await eve.get('/deployments')).text).not.toContain('shop')
      expect((await eve.get('/reviews')).text).toContain('Nothing waits')
      expect((await eve.get('/audit')).text).not.toContain('market')
    })
  })

  describe('a version', () => {
    it('shows operations with scope, fields with class, the gate and where it comes from', async () => {
      const path = '/contracts/market/orders/1.4.0'
      const page = await text(path)
      expect(page).toContain("GET /orders tenant restricted listOrders · Lists the tenant's orders, newest first.")
      expect(page).toContain('coverage ✓ passed')
      expect(await links(path, /^https/)).toEqual(['https://forge.example/market/contracts'])
      expect(await text(`${path}?list=fields`)).toMatch(/Order\.\w+ confidential · /)
    })

    it('that is not the newest is looked into, too, and once', async () => {
      const { judge } = catalog.running.context
      const jobs: string[] = []
      const run = judge.run.bind(judge)
      judge.run = (organisation, job) => {
        jobs.push(job.kind)
        return run(organisation, job)
      }
      for (let time = 0; time < 2; time++)
        expect(await text('/contracts/shop/orders/1.0.0')).toContain('GET /orders tenant confidential')
      expect(jobs).toEqual(['describe'])
      expect(await text('/contracts/market/orders/2.1.0?list=fields')).toContain('restricted · payment-card')
    })
  })

  describe('an operation', () => {
    const path = '/contracts/market/orders/1.4.0/operation/createOrder'

    it('shows what is declared of it, what goes in and out, and who uses it', async () => {
      const page = await text(path)
      expect(page).toContain('POST /orders')
      expect(page).toContain('Idempotency optional, by the header Idempotency-Key, for each tenant')
      expect(page).toMatch(/Credentials \w+ \(/)
      expect(page).toContain('gives restricted personal, contact')
      expect(await text('/contracts/market/orders/1.4.0/operation/listOrders')).toContain(
        'Who uses it Consumer Built with Fields it reads market/shop-front 5.2.0 1.4.0 all',
      )
      expect(await text('/contracts/shop/orders/1.0.0/operation/getOrder')).toContain('1.0.0 id, email')
    })

    it('shows the first values of the schema that it answers with, and leads to it', async () => {
      const page = await ann.get('/contracts/shop/orders/1.0.0/operation/getOrder')
      expect(page.text).toContain('email string confidential')
      expect(page.html).toContain('href="/contracts/shop/orders/1.0.0/schema/Order"')
    })

    it('is found from the version, the search, and what changed of it', async () => {
      const [shop] = ['/contracts/shop/orders/1.1.0/operation/getOrder']
      expect(await links('/contracts/shop/orders/1.1.0', /\/operation\//)).toContain(shop)
      expect(await links('/?q=getOrder', /\/operation\//)).toContain(shop)
      const changes = '/changes/market/orders?before=1.4.0&after=2.1.0'
      const changed = [
        ...(await links(changes, /\/operation\//)),
        ...(await links(`${changes}&offset=20`, /\/operation\//)),
      ]
      expect(new Set(changed.map((link) => link.split('/')[4]))).toEqual(new Set(['1.4.0', '2.1.0']))
      for (const link of new Set(changed)) expect([link, (await ann.get(link)).status]).toEqual([link, 200])
    })

    it('leads to where it stands in the document', async () => {
      const [source = ''] = await links(path, /\/source/)
      const page = await ann.get(source)
      expect(page.html).toMatch(/<li class="asked" id="L\d+"><code> +post:/)
      const whole = await ann.get('/contracts/market/orders/1.4.0/document')
      expect(whole.html).toMatch(/^openapi: /m)
      expect(whole.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(whole.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''contract.yaml")
      expect((await ann.get(`${source}999999`)).status).toBe(200)
      expect((await ann.get('/contracts/market/orders/1.4.0/source?file=other.yaml')).status).toBe(404)
    })

    it('of a channel has its messages, and leads to contracts that data comes from', async () => {
      const [first = ''] = await links('/contracts/market/order-events/1.2.0', /\/operation\//)
      expect(await text(first)).toMatch(/(?:send|receive) .* Message /)
    })

    it.each(['operation/nothing', 'schema/createOrder', 'operation/', 'operation/~2f', 'nothing/createOrder'])(
      'is not there as %s',
      async (tail) => {
        expect((await ann.get(`/contracts/market/orders/1.4.0/${tail}`)).status).toBe(404)
      },
    )
  })

  describe('a schema', () => {
    it('shows its values with their classes, and who has to do with it', async () => {
      const page = await text('/contracts/shop/orders/1.1.0/schema/Order')
      expect(page).toContain('id required string unclassified email string confidential')
      expect(page).toContain('Operations that reach it GET /orders/{id} GET /orders')
      expect(page).toContain('What refers to it Page GET /orders/{id}')
    })

    it('is shown of every version, of those too of which nothing was laid down', async () => {
      const elder = await catalog.signedIn({ organisation: 'elder' })
      const { store } = catalog.running.context
      await store.of('elder').change({ actor: 'token:x', at: '2026-11-27T10:00:00.000Z' }, async (writes) => {
        await writes.setNamespace({ name: 'shop', rules: defaultRules })
        await writes.addVersion({
          namespace: 'shop',
          name: 'orders',
          version: '1.0.0',
          protocol: 'openapi',
          title: 'T',
          digest: 'sha256:1',
          bundle: { documents: [{ path: 'a.yaml', text: shop() }], overlays: [] },
          state: 'published',
          facts: { operations: 0, scoped: 0, fields: 0, classified: 0 },
          report: { verdict: 'passed', checks: [], comparisons: [] },
        })
      })
      const page = await elder.get('/contracts/shop/orders/1.0.0/schema/Order')
      expect(page.text).toContain('email string confidential')
      expect((await elder.get('/contracts/shop/orders/1.0.0/schema/Other')).status).toBe(404)
      expect((await elder.get('/contracts/shop/orders/9.0.0/schema/Order')).status).toBe(404)
    })
  })

  describe.skipIf(!isVendored)('the full reference', () => {
    const path = '/contracts/market/orders/1.4.0/reference'

    it('is a link to the documents, and a frame of this server where scripts run', async () => {
      const page = await ann.get(path)
      expect(page.text).toContain('As it was published Bytes Lines contract.yaml')
      expect(page.html).toContain('<a href="/contracts/market/orders/1.4.0/document">contract.yaml</a>')
      expect(page.html).toContain('data-reference="/contracts/market/orders/1.4.0/united"')
      expect(page.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'; frame-src 'self'",
      )
      expect((await ann.get('/')).headers.get('content-security-policy')).not.toMatch(/connect-src|frame-src/)
    })

    it('is shown by a document without origin, which may do less than any page', async () => {
      const { html } = await ann.get(path)
      const [, frame = ''] = /data-frame="([^"]*)"/.exec(html) ?? []
      const stranger = catalog.visitor()
      const { headers, html: document } = await stranger.get(frame)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; worker-src blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-scripts",
      )
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
      const files = [...document.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, file = '']) => `/assets/${file}`)
      expect(files.map((file) => file.replace(/-[0-9a-f]{16}/, ''))).toEqual(['/assets/redoc.js', '/assets/frame.js'])
      for (const file of files) {
        const { status, headers: told } = await stranger.get(file)
        expect([status, told.get('content-type'), told.get('cross-origin-resource-policy')]).toEqual([
          200,
          'text/javascript; charset=utf-8',
          'cross-origin',
        ])
      }
    })

    it('asks no other host: the only address that Redoc loads an image from is not in it', async () => {
      const [, frame = ''] = /data-frame="([^"]*)"/.exec((await ann.get(path)).html) ?? []
      const [, script = ''] = /src="(redoc-[^"]*)"/.exec((await ann.get(frame)).html) ?? []
      const { html } = await ann.get(`/assets/${script}`)
      expect(html).toContain('Redoc')
      expect(html).not.toContain('cdn.redoc.ly')
      const packed = await catalog.pages(
        new Request(`http://catalog.test/assets/${script}`, { headers: { 'accept-encoding': 'gzip, br' } }),
      )
      expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'accept-encoding'])
      expect((await packed.arrayBuffer()).byteLength).toBeLessThan(400_000)
    })

    it('is given the contract as one document', async () => {
      const { html, headers } = await ann.get('/contracts/market/orders/1.4.0/united')
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(JSON.parse(html)).toMatchObject({ openapi: expect.stringMatching(/^3/) as unknown })
      for (const tail of ['reference', 'united'])
        expect((await ann.get(`/contracts/market/orders/9.9.9/${tail}`)).status).toBe(404)
      expect((await catalog.visitor().get('/contracts/market/orders/1.4.0/united')).status).toBe(303)
    })
  })

  describe('changes', () => {
    it('shows findings with their payloads and lines', async () => {
      const page = await text('/changes/market/orders?before=1.4.0&after=2.1.0')
      expect(page).toContain('Changes from 1.4.0 to 2.1.0')
      expect(page).toMatch(/\d+ breaking/)
      expect(page).toContain('Before 1.4.0')
    })

    it('has a first and a next page where there are many', async () => {
      const path = '/changes/market/orders?before=1.4.0&after=2.1.0'
      expect((await ann.get(path)).html).toContain(
        'href="/changes/market/orders?before=1.4.0&amp;after=2.1.0&amp;offset=20" rel="next"',
      )
      expect((await ann.get(`${path}&offset=20`)).html).toContain('rel="prev"')
    })

    it('goes both ways, and says when nothing can be said', async () => {
      expect(await text('/changes/shop/orders?before=1.1.0&after=1.0.0')).toContain('Changes from 1.1.0 to 1.0.0')
      for (const query of ['', '?before=1.0.0', '?before=1.0.0&after=9.9.9'])
        expect((await ann.get(`/changes/shop/orders${query}`)).status).toBe(404)
    })
  })

  describe('deployments', () => {
    it('is a matrix, with what consumers use', async () => {
      const page = await text('/deployments')
      expect(page).toContain('What Kind prod staging')
      expect(page).toContain('shop/orders contract 1.0.0 1.1.0')
      expect(page).toContain('market/shop-front consumer 5.2.0 –')
      expect(await text('/deployments?environment=staging')).not.toContain('market/orders contract')
    })

    it('says whether something can be deployed', async () => {
      const ask = (kind: string, subject: string) => text(`/deployments?to=prod&kind=${kind}&subject=${subject}`)
      expect(await ask('contract', 'shop/orders@1.1.0')).toContain('✓ Yes: shop/orders@1.1.0 can be deployed to prod.')
      expect(await ask('contract', 'shop/orders@9.9.9')).toContain('There is no such version.')
      expect(await ask('contract', 'nonsense')).toContain('That is no `namespace/name@version`.')
      expect(await ask('nonsense', 'shop/orders@1.1.0')).toContain('That is no `namespace/name@version`.')
    })
  })

  describe('reviews', () => {
    const path = '/reviews/market/orders/2.1.0'

    it('shows what waits and what it breaks', async () => {
      expect(await links('/reviews', /^\/reviews\//)).toEqual([path])
      const page = await text(path)
      expect(page).toContain('compatibility ! review')
      expect(page).toContain('Approve')
    })

    it('takes no decision of another site, without a reason, or from whoever may not', async () => {
      await ann.get(path)
      expect(
        (await ann.send(path, { decision: 'approve', reason: 'x' }, { 'sec-fetch-site': 'cross-site' })).status,
      ).toBe(403)
      expect((await ann.send(path, { decision: 'approve', reason: 'x', proof: 'made up' })).status).toBe(403)
      expect((await ann.send(path, { decision: 'approve', reason: '  ' })).text).toContain('A decision has a reason')
      expect((await ann.send(path, { decision: 'perhaps', reason: 'x' })).status).toBe(422)
      const reader = await catalog.signedIn({ permissions: ['contracts:read'] })
      expect((await reader.get(path)).text).toContain('You do not decide reviews.')
      expect((await reader.send(path, { decision: 'approve', reason: 'x' })).status).toBe(403)
      const elsewhere = await catalog.signedIn({ namespaces: ['shop'] })
      await elsewhere.get(path)
      expect((await elsewhere.send(path, { decision: 'approve', reason: 'x' })).text).toContain(
        'You do not write to this namespace.',
      )
      expect(await text('/reviews')).toContain('1 version waits')
    })

    it('lets the version be published, and the audit tells why', async () => {
      await ann.get(path)
      const done = await ann.send(path, { decision: 'approve', reason: 'Everybody was told.' })
      expect([done.status, done.headers.get('location')]).toEqual([303, path])
      expect(await text(path)).toContain('It has been approved.')
      expect(await text('/contracts/market/orders')).toContain('Newest version 2.1.0')
      await ann.get(path)
      expect((await ann.send(path, { decision: 'reject', reason: 'Too late.' })).status).toBe(409)
      expect(await text('/audit')).toMatch(/token:\w+ version-approved market\/orders@2\.1\.0/)
    })
  })

  describe('the audit', () => {
    it('is for whoever may read it', async () => {
      const reader = await catalog.signedIn({ permissions: ['contracts:read'] })
      expect((await reader.get('/audit')).status).toBe(403)
      expect((await reader.get('/')).html).not.toContain('/audit')
    })

    it('is verified on demand, and what was changed shows', async () => {
      expect(await text('/audit?verify=yes')).toMatch(/✓ The chain is intact: \d+ entries, \d+ signatures? by the key/)
      const { store } = catalog.running.context
      await store.execute('drop trigger audit_unchanged')
      await store.execute(
        "update audit set line = replace(line, 'organisation-created', 'organisation-changed') where organisation = 'eve'",
      )
      const eve = await catalog.signedIn({ organisation: 'eve' })
      expect((await eve.get('/audit?verify=yes')).text).toContain(
        '✖ The chain is broken at line 1: the entry is not what was written.',
      )
      expect(await text('/audit?verify=yes')).toContain('✓ The chain is intact')
    })
  })

  describe('where data goes', () => {
    it('is a map with its table', async () => {
      const { html } = await ann.get('/map')
      const { text: page } = await ann.get('/map')
      expect(page).toContain(
        'fulfilment/handover crosses to supplier internal identifier order-handover: A supplier fulfils',
      )
      expect(page).toContain('market/orders is used by market/shop-front restricted listOrders')
      expect(html).toMatch(/<a href="\/contracts\/market\/orders"><g class="node contract"/)
      expect(html).toContain('<title>market/orders to market/shop-front: restricted, listOrders</title>')
      expect((await ann.get('/map?atLeast=confidential')).text).not.toContain('crosses to')
      expect((await ann.get('/map?namespace=shop')).text).not.toContain('market/orders')
    })

    it('is counted by namespace and owner, with what was refused', async () => {
      const page = await text('/compliance')
      expect(page).toContain('shop 1 2 100 % 3 33 % fulfilment 1 13 100 %')
      expect(page).toContain('order-management 3 28 100 %')
      expect(page).toContain(
        'fulfilment/handover order-handover retailer supplier a grant internal identifier confidential',
      )
      expect(page).toContain('market/orders restricted eu-central-1, eu-west-1 nowhere else')
      expect(page).toContain('shop/orders@1.2.0')
      expect(page).toMatch(/\d{4}-\d\d 6 1 1 100 % 98 %/)
    })

    it('is told to tenants in their own words', async () => {
      const page = await text('/tenants')
      expect(page).toContain(
        'retailer supplier internal identifier A supplier fulfils what a retailer has sold. the permission',
      )
      expect(page).toContain('market/shop-front market/orders restricted')
    })

    it('is not shown to those who have not signed in', async () => {
      const open = await pagesCatalog({ publicRead: 'acme' })
      await open.token()
      for (const path of ['/map', '/compliance', '/tenants', '/audit'])
        expect([path, (await open.visitor().get(path)).status]).toEqual([path, 403])
      const { html } = await open.visitor().get('/')
      for (const path of ['/map', '/compliance', '/tenants', '/audit']) expect(html).not.toContain(`href="${path}"`)
      await open.close()
    })
  })

  it('are small', async () => {
    for (const path of [
      '/',
      '/contracts/market/orders/2.1.0?list=fields',
      '/changes/market/orders?before=1.4.0&after=2.1.0',
    ])
      expect((await ann.get(path)).html.length).toBeLessThan(100_000)
  })
})

describe('addresses', () => {
  it('write whatever a name holds so that it stays one segment', () => {
    expect(serverAddress({ page: 'contract', namespace: '../a', name: 'b?c#d' })).toBe('/contracts/..%2Fa/b%3Fc%23d')
    expect(serverAddress({ page: 'overview', q: 'a&b=c' })).toBe('/?q=a%26b%3Dc')
  })
})
