import { createPages, type Pages, type PagesSettings } from '../../../src/catalog/web/index.js'
import { type TestCatalog, type TestToken, testCatalog } from '../server.js'

export interface Visit {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** Text as people read it, without markup, blanks joined. */
  readonly text: string
}

/** Somebody in front of the pages, who keeps cookies as a browser does. */
export interface Visitor {
  get(path: string): Promise<Visit>
  /** Sends a form with these fields beside the hidden ones of the last page. */
  send(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Visit>
}

export interface PagesCatalog extends TestCatalog {
  readonly pages: Pages
  readonly errors: readonly unknown[]
  visitor(): Visitor
  /** Somebody who has signed in. */
  signedIn(asked?: TestToken): Promise<Visitor>
}

export async function pagesCatalog(settings: Partial<PagesSettings> = {}): Promise<PagesCatalog> {
  const catalog = await testCatalog()
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  const pages = createPages({ context: catalog.running.context, toolVersion: '0.0.0', onError, ...settings })
  const visitor = () => createVisitor(pages)
  return {
    ...catalog,
    pages,
    errors,
    visitor,
    async signedIn(asked) {
      const somebody = visitor()
      await somebody.get('/sign-in')
      await somebody.send('/sign-in', { token: await catalog.token(asked) })
      return somebody
    },
  }
}

function createVisitor(pages: Pages): Visitor {
  const cookies = new Map<string, string>()
  let proof = ''
  async function visit(path: string, init: RequestInit): Promise<Visit> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: 'catalog.test', cookie, ...(init.headers as Record<string, string>) }
    const response = await pages(new Request(`http://catalog.test${path}`, { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, decodeURIComponent(value))
    }
    const html = await response.text()
    proof = /name="proof" value="([^"]*)"/.exec(html)?.[1] ?? proof
    return { status: response.status, headers: response.headers, html, text: textOf(html) }
  }
  return {
    get: (path) => visit(path, {}),
    send: (path, fields, headers = { 'sec-fetch-site': 'same-origin' }) =>
      visit(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ proof, ...fields }).toString(),
      }),
  }
}

function textOf(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
