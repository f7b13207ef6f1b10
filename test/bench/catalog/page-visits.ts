import { performance } from 'node:perf_hooks'
import type { ServiceContext } from '../../../src/catalog/service/index.js'
import { createPages } from '../../../src/catalog/web/index.js'
import { coordinatesOf, type Filling } from './filled-store.js'

export interface PageVisits {
  /** Pages with what is in them this time, by what they are called in the table. */
  readonly paths: (step: number) => Readonly<Record<string, string>>
  /** Milliseconds and bytes of one page, compressed by nobody. */
  visit(path: string): Promise<{ readonly milliseconds: number; readonly bytes: number }>
}

/** Somebody who has signed in to the pages with this token. */
export async function pageVisits(
  context: ServiceContext,
  token: string,
  { contracts, versions }: Filling,
): Promise<PageVisits> {
  const pages = createPages({ context, toolVersion: '0.0.0', onError: (error) => console.error(error) })
  const entry = await pages(new Request('http://bench.invalid/sign-in'))
  const [, proof = ''] = /name="proof" value="([^"]*)"/.exec(await entry.text()) ?? []
  const answer = await pages(
    new Request('http://bench.invalid/sign-in', {
      method: 'POST',
      headers: { cookie: `tenantkit-entry=${proof}` },
      body: new URLSearchParams({ token, proof }),
    }),
  )
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.replace(/;.*/, ''))
    .join('; ')
  return {
    paths(step) {
      const { namespace, name, version } = coordinatesOf((step * 104_729) % contracts, versions - 1)
      const contract = `/contracts/${namespace}/${name}`
      return {
        'page: contracts': `/?after=${namespace}/${name}`,
        'page: contracts of a class': '/?class=confidential&scope=tenant',
        'page: search': `/?q=${name.replaceAll('-', '+')}`,
        'page: contract': contract,
        'page: newest version': `${contract}/${version}`,
        'page: map': '/map',
        'page: compliance': '/compliance',
        'page: tenants': '/tenants',
        'page: deployments': '/deployments',
        'page: audit': '/audit',
      }
    },
    async visit(path) {
      const from = performance.now()
      const page = await pages(new Request(`http://bench.invalid${path}`, { headers: { cookie } }))
      const { length } = await page.text()
      if (page.status !== 200) throw new TypeError(`${path}: ${page.status}`)
      return { milliseconds: performance.now() - from, bytes: length }
    },
  }
}
