import { codes, diagnostic } from '../diagnostic/index.js'
import type { LoadedContract } from './diff-contracts.js'
import { fingerprintOf } from './finding/fingerprint.js'
import type { Levels } from './finding/levels.js'
import type { RemovedContract } from './run.js'

/** A contract that the head does not have any more. Undefined when the levels say that nobody wants to hear of it. */
export function removedContract(
  { contract, spans }: LoadedContract,
  source: string,
  levels: Levels,
): RemovedContract | undefined {
  const { title, version, apiId } = contract
  const code = 'TK3950'
  const { name } = codes[code]
  const level = levels.get(name) ?? levels.get(code) ?? 'breaking'
  if (level === 'off') return undefined
  const { message, help } = diagnostic(code, { title })
  const [before] = spans([{ at: contract.at }])
  const finding = {
    code,
    rule: name,
    level,
    category: 'structural',
    pointer: '',
    message,
    ...(help !== undefined && { help }),
    ...(before && { before }),
    fingerprint: fingerprintOf(code, undefined, '', { contract: apiId ?? title }),
  } as const
  return { source, title, version, finding }
}
