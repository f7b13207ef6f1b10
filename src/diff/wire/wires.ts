import type { Contract, Header, HttpOperation, Parameter } from '../../contract/model/index.js'
import { type Polarity, polarityOf } from '../edit/edit.js'
import type { Direction } from '../report.js'
import { createWire } from './create-wire.js'
import { encode } from './encode.js'
import { languageOf, rawRequest } from './raw-request.js'
import type { Wire, WireLanguage } from './types.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Both contracts, for what their references lead to. */
export type Contracts = { readonly base: Contract; readonly head: Contract }

/** The wire of a parameter: whoever calls sends it. */
export function parameterWire(
  contracts: Contracts,
  operations: Pair<HttpOperation>,
  pair: Pair<Parameter>,
  direction: Direction,
): Wire {
  const sender = senderOf(direction)
  const { schemas } = sender === 'before' ? contracts.base : contracts.head
  return createWire({
    ...sides(languageOf(pair.before), languageOf(pair.after), polarityOf(direction)),
    raw: (value, sample) => rawRequest({ operation: operations[sender], schemas, sample }, pair[sender], value),
  })
}

/** The wire of a header of a response or of a part. */
export function headerWire(pair: Pair<Header>, direction: Direction): Wire {
  const sent = pair[senderOf(direction)]
  return createWire({
    ...sides(headerLanguage(pair.before), headerLanguage(pair.after), polarityOf(direction)),
    raw: (value) => `${sent.name}: ${encode(headerLanguage(sent), value)}`,
  })
}

/** Headers know one style. */
export function headerLanguage({ name, explode }: Header): WireLanguage {
  return { in: 'header', name, style: 'simple', explode }
}

/** What is read by the API was sent by callers of the version before; what it sends is read by those. */
function senderOf(direction: Direction): 'before' | 'after' {
  return polarityOf(direction) === 'input' ? 'before' : 'after'
}

function sides(before: WireLanguage, after: WireLanguage, polarity: Polarity) {
  return polarity === 'input' ? { producer: before, reader: after } : { producer: after, reader: before }
}
