import type { DiffRule } from '../../rule.js'
import { bodyAdded } from './body-added.js'
import { bodyBecameOptional } from './body-became-optional.js'
import { bodyBecameRequired } from './body-became-required.js'
import { bodyRemoved } from './body-removed.js'
import { encodingContentTypeChanged } from './encoding-content-type-changed.js'
import { encodingReservedCharacters } from './encoding-reserved-characters.js'
import { encodingStyleChanged } from './encoding-style-changed.js'
import { headerAdded } from './header-added.js'
import { headerBecameOptional } from './header-became-optional.js'
import { headerBecameRequired } from './header-became-required.js'
import { headerNotationChanged } from './header-notation-changed.js'
import { headerRemoved } from './header-removed.js'
import { linkAdded } from './link-added.js'
import { linkChanged } from './link-changed.js'
import { linkRemoved } from './link-removed.js'
import { mediaTypeAdded } from './media-type-added.js'
import { mediaTypeRemoved } from './media-type-removed.js'
import { mediaTypeReplaced } from './media-type-replaced.js'
import { mediaTypeSchemaAdded } from './media-type-schema-added.js'
import { mediaTypeSchemaRemoved } from './media-type-schema-removed.js'
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
import { responseAdded } from './response-added.js'
import { responseRemoved } from './response-removed.js'

/** Rules about HTTP: what is called and answered, by whom and where, and the document around it. */
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
  bodyAdded,
  bodyRemoved,
  bodyBecameRequired,
  bodyBecameOptional,
  mediaTypeAdded,
  mediaTypeRemoved,
  mediaTypeReplaced,
  mediaTypeSchemaAdded,
  mediaTypeSchemaRemoved,
  encodingContentTypeChanged,
  encodingStyleChanged,
  encodingReservedCharacters,
  responseAdded,
  responseRemoved,
  headerAdded,
  headerRemoved,
  headerBecameRequired,
  headerBecameOptional,
  headerNotationChanged,
  linkAdded,
  linkRemoved,
  linkChanged,
]
