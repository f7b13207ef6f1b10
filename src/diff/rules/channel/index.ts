import type { DiffRule } from '../../rule.js'

export const channelRules: readonly DiffRule[] = []
