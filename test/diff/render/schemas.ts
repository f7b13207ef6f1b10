import Ajv from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import published from '../../../contracts/report/diff.schema.json' with { type: 'json' }
import draft4 from './sarif/sarif-2.1.0.schema.json' with { type: 'json' }

const ajv = new Ajv2020.default({ strict: true, allErrors: true })

/** What is said of JSON: the schema that is published. */
export const isReport = ajv.compile(published)

/** The same, refusing what the published schema does not name: it lets fields be added, and none is without a word in it. */
export const isNamedReport = ajv.compile({ ...(closedOver(published) as object), $id: 'closed' })

function closedOver(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closedOver)
  if (typeof node !== 'object' || node === null) return node
  const members = Object.fromEntries(Object.entries(node).map(([key, member]) => [key, closedOver(member)]))
  return 'type' in node && node.type === 'object' ? { ...members, unevaluatedProperties: false } : members
}

// Written for draft 4, of which ajv lacks the spelling of `$id`, and with a pattern that only the older grammar takes.
const { $schema: _, id, ...schema } = draft4
const sarifAjv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false })
addFormats.default(sarifAjv)

/** SARIF 2.1.0. */
export const isSarif = sarifAjv.compile({ $id: id, ...schema })
