import type { DiffRule } from '../../rule.js'
import { becameDeprecated } from './became-deprecated.js'
import { deprecationWithdrawn } from './deprecation-withdrawn.js'
import { retired } from './retired.js'
import { stabilityLowered } from './stability-lowered.js'
import { stabilityRaised } from './stability-raised.js'
import { successorChanged } from './successor-changed.js'
import { sunsetAnnounced } from './sunset-announced.js'
import { sunsetMoved } from './sunset-moved.js'
import { sunsetWithdrawn } from './sunset-withdrawn.js'

/** Rules about what is announced to go, and what has gone. */
export const lifecycleRules: readonly DiffRule[] = [
  becameDeprecated,
  deprecationWithdrawn,
  stabilityLowered,
  stabilityRaised,
  retired,
  sunsetAnnounced,
  sunsetMoved,
  sunsetWithdrawn,
  successorChanged,
]
