import type { DiffRule } from '../../rule.js'
import { additionalPropertiesChanged } from './additional-properties-changed.js'
import { alternativeAdded } from './alternative-added.js'
import { alternativeRemoved } from './alternative-removed.js'
import { alternativesChanged } from './alternatives-changed.js'
import { becameNotNullable } from './became-not-nullable.js'
import { becameNullable } from './became-nullable.js'
import { conditionChanged } from './condition-changed.js'
import { containsChanged } from './contains-changed.js'
import { contentEncodingChanged } from './content-encoding-changed.js'
import { contentSchemaChanged } from './content-schema-changed.js'
import { defaultChanged } from './default-changed.js'
import { dependenciesChanged } from './dependencies-changed.js'
import { discriminatorChanged } from './discriminator-changed.js'
import { dynamicReferenceChanged } from './dynamic-reference-changed.js'
import { enumDropped } from './enum-dropped.js'
import { enumGrew } from './enum-grew.js'
import { enumIntroduced } from './enum-introduced.js'
import { enumShrank } from './enum-shrank.js'
import { everythingOrNothingChanged } from './everything-or-nothing-changed.js'
import { foreignSchemaChanged } from './foreign-schema-changed.js'
import { formatChanged } from './format-changed.js'
import { itemCountNarrowed } from './item-count-narrowed.js'
import { itemCountWidened } from './item-count-widened.js'
import { itemsChanged } from './items-changed.js'
import { lengthNarrowed } from './length-narrowed.js'
import { lengthWidened } from './length-widened.js'
import { multipleChanged } from './multiple-changed.js'
import { negationChanged } from './negation-changed.js'
import { patternChanged } from './pattern-changed.js'
import { patternPropertiesChanged } from './pattern-properties-changed.js'
import { payloadChanged } from './payload-changed.js'
import { propertyAdded } from './property-added.js'
import { propertyBecameOptional } from './property-became-optional.js'
import { propertyBecameRequired } from './property-became-required.js'
import { propertyCountNarrowed } from './property-count-narrowed.js'
import { propertyCountWidened } from './property-count-widened.js'
import { propertyNamesChanged } from './property-names-changed.js'
import { propertyRemoved } from './property-removed.js'
import { rangeNarrowed } from './range-narrowed.js'
import { rangeWidened } from './range-widened.js'
import { readOnlyChanged } from './read-only-changed.js'
import { tupleChanged } from './tuple-changed.js'
import { typeDropped } from './type-dropped.js'
import { typeIntroduced } from './type-introduced.js'
import { typeNarrowed } from './type-narrowed.js'
import { typeWidened } from './type-widened.js'
import { unevaluatedChanged } from './unevaluated-changed.js'
import { uniquenessChanged } from './uniqueness-changed.js'
import { writeOnlyChanged } from './write-only-changed.js'

/** Rules about schemas: what containment decides, named. */
export const schemaRules: readonly DiffRule[] = [
  additionalPropertiesChanged,
  alternativeAdded,
  alternativeRemoved,
  alternativesChanged,
  becameNotNullable,
  becameNullable,
  conditionChanged,
  containsChanged,
  contentEncodingChanged,
  contentSchemaChanged,
  defaultChanged,
  dependenciesChanged,
  discriminatorChanged,
  dynamicReferenceChanged,
  enumDropped,
  enumGrew,
  enumIntroduced,
  enumShrank,
  everythingOrNothingChanged,
  foreignSchemaChanged,
  formatChanged,
  itemCountNarrowed,
  itemCountWidened,
  itemsChanged,
  lengthNarrowed,
  lengthWidened,
  multipleChanged,
  negationChanged,
  patternChanged,
  patternPropertiesChanged,
  payloadChanged,
  propertyAdded,
  propertyBecameOptional,
  propertyBecameRequired,
  propertyCountNarrowed,
  propertyCountWidened,
  propertyNamesChanged,
  propertyRemoved,
  rangeNarrowed,
  rangeWidened,
  readOnlyChanged,
  tupleChanged,
  typeDropped,
  typeIntroduced,
  typeNarrowed,
  typeWidened,
  unevaluatedChanged,
  uniquenessChanged,
  writeOnlyChanged,
]
