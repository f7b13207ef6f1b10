import type { DiffRule } from '../../rule.js'
import { apiIdChanged } from './api-id-changed.js'
import { audienceChanged } from './audience-changed.js'
import { bodyAdded } from './body-added.js'
import { bodyBecameOptional } from './body-became-optional.js'
import { bodyBecameRequired } from './body-became-required.js'
import { bodyRemoved } from './body-removed.js'
import { documentTagsChanged } from './document-tags-changed.js'
import { encodingContentTypeChanged } from './encoding-content-type-changed.js'
import { encodingReservedCharacters } from './encoding-reserved-characters.js'
import { encodingStyleChanged } from './encoding-style-changed.js'
import { flowAdded } from './flow-added.js'
import { flowEncryptionDropped } from './flow-encryption-dropped.js'
import { flowRemoved } from './flow-removed.js'
import { flowScopeAdded } from './flow-scope-added.js'
import { flowScopeRemoved } from './flow-scope-removed.js'
import { flowUrlChanged } from './flow-url-changed.js'
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
import { schemeAdded } from './scheme-added.js'
import { schemeChanged } from './scheme-changed.js'
import { schemeIssuerChanged } from './scheme-issuer-changed.js'
import { schemeRemoved } from './scheme-removed.js'
import { schemeTokenFormat } from './scheme-token-format.js'
import { securityDropped } from './security-dropped.js'
import { securityLoosened } from './security-loosened.js'
import { securityRequired } from './security-required.js'
import { securityScopeRequired } from './security-scope-required.js'
import { securityTightened } from './security-tightened.js'
import { serverAdded } from './server-added.js'
import { serverEncryptionDropped } from './server-encryption-dropped.js'
import { serverRemoved } from './server-removed.js'
import { serverVariableDefaultChanged } from './server-variable-default-changed.js'
import { serverVariableValueAdded } from './server-variable-value-added.js'
import { serverVariableValueRemoved } from './server-variable-value-removed.js'
import { termsChanged } from './terms-changed.js'
import { titleChanged } from './title-changed.js'

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
  securityRequired,
  securityTightened,
  securityScopeRequired,
  securityDropped,
  securityLoosened,
  schemeAdded,
  schemeRemoved,
  schemeChanged,
  schemeIssuerChanged,
  schemeTokenFormat,
  flowAdded,
  flowRemoved,
  flowUrlChanged,
  flowEncryptionDropped,
  flowScopeAdded,
  flowScopeRemoved,
  serverRemoved,
  serverAdded,
  serverEncryptionDropped,
  serverVariableValueAdded,
  serverVariableValueRemoved,
  serverVariableDefaultChanged,
  titleChanged,
  apiIdChanged,
  termsChanged,
  audienceChanged,
  documentTagsChanged,
]
