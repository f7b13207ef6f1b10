import type { Schema } from '../../../contract/model/index.js'
import type { Direction } from '../../plan/types.js'
import type { Imports } from '../../render/imports.js'
import type { Templates } from '../../render/templates.js'
import type { CodeText, DocText } from '../../render/text.js'

/** What all views are rendered with. */
export interface RenderContext {
  /** First lines of every file: tool, contract, how to generate again. */
  readonly header: DocText | CodeText
  readonly templates: Templates
  /** An expression for the codec of a schema, imported by the module. Without a schema: the one that takes anything. */
  readonly codec: (schema: Schema | undefined, direction: Direction, imports: Imports) => CodeText
}
