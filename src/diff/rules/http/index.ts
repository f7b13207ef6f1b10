import type { DiffRule } from '../../rule.js'
import { parameterBecameRequired } from './parameter-became-required.js'

/** Rules about HTTP: paths, methods, parameters, bodies, responses, headers, media types, links. */
export const httpRules: readonly DiffRule[] = [parameterBecameRequired]
