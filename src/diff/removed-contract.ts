import { codes, diagnostic } from '../diagnostic/index.js'
import type { LoadedContract } from './diff-contracts.js'
import { digestOfIdentity } from './finding/fingerprint.js'
import type { Levels } from './finding/levels.js'
import { levels as order } from './report.js'
import type { RuleContext } from './rule.js'
import { removalLevel } from './rules/removal.js'
import type { RemovedContract } from './run.js'

/**
 * A contract that the head does not have any more: as bad as the removal of the one of its operations that is missed
 * most. Undefined when the levels say that nobody wants to hear of it.
 */
export function removedContract(
  { contract, spans }: LoadedContract,
  source: string,
  options: Pick<RuleContext, 'today' | 'grace'> & { readonly levels: Levels },
): RemovedContract | undefined {
  const { title, version, apiId, operations } = contract
  const code = 'TK3950'
  const { name } = codes[code]
  const removals = operations.map((operation) => removalLevel([operation, contract], options))
  const [worst = removalLevel([contract], options)] = removals.sort(
    (before, after) => order.indexOf(before.level) - order.indexOf(after.level),
  )
  const level = options.levels.get(name) ?? options.levels.get(code) ?? worst.level
  if (level === 'off') return undefined
  const { message, help = '' } = diagnostic(code, { title }, { help: worst.help })
  const [before] = spans([{ at: contract.at }])
  const finding = {
    code,
    rule: name,
    level,
    category: 'structural',
    pointer: '',
    message,
    help,
    ...(before && { before }),
    fingerprint: digestOfIdentity([code, apiId ?? title]),
  } as const
  return { source, title, version, finding }
}
