import type { DiffRule } from '../../rule.js'

export const governanceRules: readonly DiffRule[] = []
