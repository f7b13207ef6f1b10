import { verifyChain } from '@tenantkit/runtime/audit'
import type { Hono } from 'hono'
import { type Caller, isRefused, listAudit, type ServiceContext, signCheckpoint } from '../../service/index.js'
import { AuditPage, type AuditView, linesShown } from '../pages/audit.js'
import { numberIn, textIn } from './query.js'
import { problem, render, type Surroundings, siteOf } from './surroundings.js'

const most = 999_999_999
/** Lines that are read at once, so that a long chain takes no memory and others are served meanwhile. */
const linesAtOnce = 500

export function auditRoutes(app: Hono<Surroundings>, context: ServiceContext): void {
  app.get('/audit', async (around) => {
    const viewer = around.get('viewer')
    const caller = around.get('caller')
    if (!viewer.permissions.includes('audit:read'))
      return problem(around, 403, { title: 'Not allowed', detail: 'You do not read the audit.' })
    const before = numberIn(around, 'before', most) || undefined
    const lines = await context.store.of(caller.organisation).auditBefore({ before, limit: linesShown + 1 })
    const shown = lines.slice(0, linesShown)
    const next = lines.length > shown.length ? shown.at(-1)?.position : undefined
    const verified = textIn(around, 'verify') === 'yes' ? await verify(context, caller) : {}
    const view: AuditView = { lines: shown, before, next, ...verified }
    return render(around, AuditPage({ site: siteOf(viewer), view }))
  })
}

async function verify(context: ServiceContext, caller: Caller): Promise<Pick<AuditView, 'verdict' | 'checkpoint'>> {
  const verdict = await verifyChain(linesOf(context, caller), { keys: [context.publicKey] })
  if (verdict.kind === 'broken') return { verdict }
  const signed = await signCheckpoint(context, caller)
  return isRefused(signed) ? { verdict } : { verdict, checkpoint: signed.line }
}

async function* linesOf(context: ServiceContext, caller: Caller): AsyncGenerator<string> {
  let after: number | undefined = 0
  while (after !== undefined) {
    const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(context, caller, { after, limit: linesAtOnce })
    for (const { line } of page.lines) yield line
    after = page.next
  }
}
