import { listAudit } from '../../../api/catalog/administration.js'
import { verifyAudit } from '../../../api/catalog/audit.js'
import { writeOutput } from '../../../api/diff/write-output.js'
import { hasErrors } from '../../../diagnostic/index.js'
import { printable } from '../../../util/printable.js'
import type { CatalogFlags } from '../flags.js'
import { withSession } from './with-session.js'

export function runAuditList(
  flags: CatalogFlags & { readonly after: number; readonly limit: number },
): Promise<number> {
  const { after, limit } = flags
  return withSession(flags, (session) => listAudit(session, { after, limit }), {
    text: ({ lines, next }) =>
      [...lines.map((line) => `${printable(line)}\n`), next === undefined ? '' : `More: --after ${next}\n`].join(''),
  })
}

export function runAuditVerify(
  flags: CatalogFlags & { readonly against?: string | undefined; readonly save?: string | undefined },
): Promise<number> {
  const { against, save } = flags
  return withSession(
    flags,
    async (session) => {
      const verified = await verifyAudit(session, { against, directory: process.cwd() })
      if ('problems' in verified || save === undefined) return verified
      const problems = writeOutput(process.cwd(), save, `${JSON.stringify(verified.checkpoint, undefined, 2)}\n`)
      return hasErrors(problems) ? { problems } : verified
    },
    {
      text: ({ links, checkpoints, kept }, style) =>
        `${style.success('✔')} the audit is intact: ${links} entries, ${checkpoints} signed checkpoints, ${kept} kept ones found again\n`,
    },
  )
}
