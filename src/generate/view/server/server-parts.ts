import type { Schema } from '../../../contract/model/index.js'
import type { Direction } from '../../plan/types.js'
import type { Imports } from '../../render/imports.js'
import type { CodeText } from '../../render/text.js'
import { eventData } from '../wire/event-data.js'
import type { Code } from '../wire/literal.js'
import type { Schemas } from '../wire/schema-parts.js'
import type { ServerParts } from '../wire/wire-parts.js'
import { withoutFiles } from './without-files.js'

/** An expression for the codec of a schema, imported by the module. Without a schema: the one that takes anything. */
export type CodecReference = (schema: Schema | undefined, direction: Direction, imports: Imports) => CodeText

type CodecOf = (schema: Schema | undefined, direction: Direction) => Code

/** The codecs in the server's descriptors. */
export function serverParts(codecOf: CodecOf, schemas: Schemas): ServerParts {
  return {
    parameterCodec: ({ parameter }) => codecOf(parameter.schema ?? parameter.content?.schema, 'input'),
    headerCodec: ({ header }) => codecOf(header.schema ?? header.content?.schema, 'output'),
    mediaCodec: ({ kind, schema }, direction) => {
      if (kind === 'binary') return undefined
      // Text has a codec where the contract says something of it.
      if (kind === 'text') return schema ? codecOf(schema, direction) : undefined
      if (kind === 'multipart') return codecOf(schema && withoutFiles(schema, schemas), direction)
      return codecOf(kind === 'events' ? eventData(schema, schemas).schema : schema, direction)
    },
  }
}
