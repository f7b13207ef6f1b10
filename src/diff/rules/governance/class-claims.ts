import type { EditKey } from '../../edit/edit.js'

/** Edits of classes, wherever one may stand. */
export const classChanged = [
  'schema.classification:changed',
  'parameter.classification:changed',
  'header.classification:changed',
  'body.classification:changed',
  'media-type.classification:changed',
  'response.classification:changed',
  'message.classification:changed',
  'governance.classification:changed',
] as const satisfies readonly EditKey[]

export const classAdded = [
  'schema.classification:added',
  'parameter.classification:added',
  'header.classification:added',
  'body.classification:added',
  'media-type.classification:added',
  'response.classification:added',
  'message.classification:added',
  'governance.classification:added',
] as const satisfies readonly EditKey[]

export const classRemoved = [
  'schema.classification:removed',
  'parameter.classification:removed',
  'header.classification:removed',
  'body.classification:removed',
  'media-type.classification:removed',
  'response.classification:removed',
  'message.classification:removed',
  'governance.classification:removed',
] as const satisfies readonly EditKey[]
