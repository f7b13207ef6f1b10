import type { DiffRule } from '../rule.js'
import { channelRules } from './channel/index.js'
import { governanceRules } from './governance/index.js'
import { httpRules } from './http/index.js'
import { lifecycleRules } from './lifecycle/index.js'
import { schemaRules } from './schema/index.js'

/** Every rule of `tenantkit diff`. */
export const diffRules: readonly DiffRule[] = [
  ...schemaRules,
  ...httpRules,
  ...channelRules,
  ...governanceRules,
  ...lifecycleRules,
]
