import { pull } from '../../../api/catalog/pull.js'
import type { CatalogFlags } from '../flags.js'
import { table } from './table.js'
import { withSession } from './with-session.js'

export function runPull(
  references: readonly string[],
  flags: CatalogFlags & { readonly frozen: boolean; readonly verify: boolean; readonly out?: string | undefined },
): Promise<number> {
  const { frozen, verify, out } = flags
  return withSession(flags, (session) => pull(session, { references, directory: process.cwd(), frozen, verify, out }), {
    text: ({ contracts, verified }, style) =>
      [
        contracts.length === 0
          ? 'There is nothing to pull.\n'
          : table(
              contracts.map(({ contract, digest, status, folder }) => [
                `${style.success('✔')} ${contract}`,
                digest.slice(0, 19),
                status === 'locked' ? 'added to the lock' : 'as the lock says',
                folder ?? '',
              ]),
            ),
        verified === undefined ? '' : `${style.success('✔')} the audit is intact: ${verified} entries\n`,
      ].join(''),
  })
}
