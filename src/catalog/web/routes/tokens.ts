import type { Hono } from 'hono'
import {
  type AccountHolder,
  listOwnTokens,
  makeOwnToken,
  revokeOwnToken,
  type ServiceContext,
} from '../../service/index.js'
import { serverAddress } from '../address/server-address.js'
import { TokensPage, type TokensView, tokenDays } from '../pages/tokens.js'
import { isFromHere, isSameProof } from '../session/same-site.js'
import { notFromHere } from './sign-in.js'
import { type Around, problem, render, type Surroundings, siteOf } from './surroundings.js'

/** Tokens that people who have an account make for themselves. Whoever came with a token makes none of it. */
export function tokenRoutes(app: Hono<Surroundings>, context: ServiceContext): void {
  app.get('/tokens', async (around) => {
    const holder = holderOf(around)
    return holder ? page(around, holder, {}) : around.notFound()
  })

  app.post('/tokens', async (around) => {
    const holder = holderOf(around)
    if (!holder) return around.notFound()
    const form = await around.req.parseBody()
    if (!isFromHere(around.req.raw.headers) || !isSameProof(form['proof'], around.get('session').proof))
      return problem(around, 403, notFromHere)
    const { revoke } = form
    if (typeof revoke === 'string') {
      const isDone = await revokeOwnToken(context, holder, revoke)
      if (!isDone) return problem(around, 404, { title: 'Not found', detail: 'You have no such token.' })
      return around.redirect(serverAddress({ page: 'tokens' }), 303)
    }
    const name = typeof form['name'] === 'string' ? form['name'].trim() : ''
    const grant = around.get('session').grants.find((_, index) => String(index) === form['grant'])
    const days = tokenDays.find((each) => String(each) === form['days'])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: names are shown in lists, and none may act there.
    if (!grant || days === undefined || !/^[^\u0000-\u001f\u007f]{1,100}$/.test(name))
      return page(around, holder, { problem: 'A token has a name, of at most 100 characters.' }, 422)
    const { text } = await makeOwnToken(context, holder, { name, grant, days })
    return page(around, holder, { made: text })
  })

  async function page(
    around: Around,
    holder: AccountHolder,
    more: Pick<TokensView, 'made' | 'problem'>,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const { grants } = around.get('session')
    const view = { tokens: await listOwnTokens(context, holder), grants, ...more }
    return render(around, TokensPage({ site: siteOf(around.get('viewer')), view }), status)
  }
}

function holderOf(around: Around): AccountHolder | undefined {
  const { organisation, actor, account } = around.get('session')
  return account && { organisation, actor, person: account.person }
}
