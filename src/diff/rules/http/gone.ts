import type { Level } from '../../report.js'
import type { Judgement, RuleContext } from '../../rule.js'
import { type Removable, removalLevel } from '../removal.js'

/**
 * How bad it is that something is not there any more, when it is this bad without a word about it: what was announced is
 * let go from its day on.
 */
export function gone(
  level: Level,
  removed: readonly (Removable | undefined)[],
  context: RuleContext,
): Pick<Judgement, 'level' | 'help'> {
  const announced = removalLevel(removed, context)
  if (level === 'breaking' || announced.level === 'info') return announced
  return { level }
}
