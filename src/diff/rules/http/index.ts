import type { DiffRule } from '../../rule.js'
import { operationAdded } from './operation-added.js'
import { operationIdChanged } from './operation-id-changed.js'
import { operationMoved } from './operation-moved.js'
import { operationRemoved } from './operation-removed.js'
import { operationTagsChanged } from './operation-tags-changed.js'
import { parameterAdded } from './parameter-added.js'
import { parameterBecameOptional } from './parameter-became-optional.js'
import { parameterBecameRequired } from './parameter-became-required.js'
import { parameterEmptyValue } from './parameter-empty-value.js'
import { parameterMoved } from './parameter-moved.js'
import { parameterNotationChanged } from './parameter-notation-changed.js'
import { parameterRemoved } from './parameter-removed.js'
import { parameterRenamed } from './parameter-renamed.js'
import { parameterReservedCharacters } from './parameter-reserved-characters.js'
import { parameterStyleChanged } from './parameter-style-changed.js'

/** Rules about HTTP: paths, methods, parameters, bodies, responses, headers, media types, links. */
export const httpRules: readonly DiffRule[] = [
  operationRemoved,
  operationAdded,
  operationMoved,
  operationIdChanged,
  operationTagsChanged,
  parameterBecameRequired,
  parameterBecameOptional,
  parameterAdded,
  parameterRemoved,
  parameterMoved,
  parameterRenamed,
  parameterStyleChanged,
  parameterNotationChanged,
  parameterReservedCharacters,
  parameterEmptyValue,
]
