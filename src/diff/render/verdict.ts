import type { DiffRun } from '../run.js'
import type { Totals } from './totals.js'
import { count } from './words.js'

/** `3 changes break Orders`, `4 changes break 2 of 5 contracts`, `Nothing breaks in Orders`. */
export function verdictText({ reports, verdict }: DiffRun, { breaking, broken, contracts }: Totals): string {
  const [only] = reports
  const where = only && contracts === 1 ? only.head.title : count(contracts, 'contract')
  if (contracts === 0) return 'Nothing was compared'
  if (breaking > 0) {
    const which = broken < contracts ? `${broken} of ${where}` : where
    return `${count(breaking, 'change breaks', 'changes break')} ${which}`
  }
  return verdict === 'unchanged' ? `No changes in ${where}` : `Nothing breaks in ${where}`
}
