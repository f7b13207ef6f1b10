import type { DiffRule } from '../../rule.js'
import { propertyBecameRequired } from './property-became-required.js'

/** Rules about schemas: what containment decides, named. */
export const schemaRules: readonly DiffRule[] = [propertyBecameRequired]
