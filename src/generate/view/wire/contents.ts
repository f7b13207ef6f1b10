import type { Direction, PlannedMedia } from '../../plan/types.js'
import type { TypeText } from '../../render/text.js'
import { numberedName } from './body-names.js'
import { eventData } from './event-data.js'
import type { ModuleTypes } from './module-types.js'

/** Alternatives of a body: media types whose values have the same type. */
export interface ContentChoice {
  readonly mediaTypes: readonly string[]
  readonly type: TypeText
}

/** The types that a body may have, each with its media types, in the contract's order. Long ones are named `name`. */
export function contentChoices(
  content: readonly PlannedMedia[],
  direction: Direction,
  way: 'sent' | 'received',
  name: string,
  types: ModuleTypes,
): readonly ContentChoice[] {
  const choices = new Map<TypeText, string[]>()
  for (const media of content) {
    const type = mediaType(media, direction, way, types)
    const mediaTypes = choices.get(type)
    if (mediaTypes) mediaTypes.push(media.mediaType)
    else choices.set(type, [media.mediaType])
  }
  return [...choices].map(([type, mediaTypes], index) => ({
    type: types.named(numberedName(name, index), type),
    mediaTypes,
  }))
}

function mediaType(media: PlannedMedia, direction: Direction, way: 'sent' | 'received', types: ModuleTypes): TypeText {
  const { kind, schema } = media
  switch (kind) {
    case 'json':
      return types.of(schema, direction)
    case 'text':
      return 'string' as TypeText
    case 'binary':
      return types.runtime(way === 'sent' ? 'BinaryInput' : 'BinaryContent')
    case 'form':
      return schema ? types.of(schema, direction) : anyFields
    case 'multipart':
      return schema ? types.ofMultipart(schema, direction) : anyFields
    case 'events': {
      const data = eventData(schema, types.schemas)
      return `${types.runtime('EventStream')}<${types.of(data.schema, direction)}>` as TypeText
    }
    case 'lines':
      return `AsyncIterable<${types.of(schema, direction)}>` as TypeText
  }
}

const anyFields = 'Readonly<Record<string, unknown>>' as TypeText
