import type { Parameter, ParameterStyle, Schema } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import type { SchemaSide } from '../containment/types.js'

/**
 * A value that goes over the wire as text: a parameter, a header, a field of a form. What a schema of JSON says of it
 * holds for what the text is read as, and a reader takes a text for a number or for a string as its schema asks for.
 */
export interface Wire {
  /**
   * Both schemas over what arrives, so that containment over them is the truth on the wire. The very same ones where
   * both speak of the same kinds of values, which is nearly always.
   */
  pair(producer: SchemaSide, reader: SchemaSide): WirePair
  /**
   * All that a reader may take the text of a value for. A value is refused only when the reader's own schema refuses
   * each of them; where one is accepted, containment could not see enough.
   */
  readings(value: JsonValue): readonly JsonValue[]
  /** The value as it is sent: `GET /orders?limit=501`, `X-Trace: 5`, `Cookie: session=1`. */
  readonly raw: (value: JsonValue, sample: Sampler) => string
}

export interface WirePair {
  readonly producer: SchemaSide
  readonly reader: SchemaSide
}

/** A value that a schema of the sender's side accepts, if one is known. */
export type Sampler = (schema: Schema) => JsonValue | undefined

/** How a value is written as text. */
export interface WireLanguage {
  readonly in: Parameter['in']
  readonly name: string
  readonly style: ParameterStyle
  readonly explode: boolean
  /** Characters with a meaning in URLs stand as they are. Default: false. */
  readonly allowReserved?: boolean
}
