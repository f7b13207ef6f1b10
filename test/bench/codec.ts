/**
 * How long do generated checks and writers take on an object of 20 fields (about 1 KB), beside an interpreter that compiles
 * when it starts (ajv, strict formats) and `JSON.stringify`?
 *
 *   node --import tsx test/bench/codec.ts [rounds]
 *
 * The sides take turns, so that whatever else the machine does hits all of them; medians are printed.
 */
import { loadavg } from 'node:os'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { createIssues } from '../../src/runtime/src/codec/index.js'
import { createView } from '../../src/runtime/src/masking/index.js'
import { codecOf } from '../generate/codec/support/compile-codecs.js'

const rounds = Number(process.argv[2] ?? 15)
const repeats = 20_000

const line = {
  type: 'object',
  required: ['sku', 'quantity'],
  additionalProperties: false,
  properties: {
    sku: { type: 'string', pattern: '^[A-Z0-9-]+$', maxLength: 40 },
    quantity: { type: 'integer', minimum: 1, maximum: 100_000 },
    note: { type: ['string', 'null'], maxLength: 200 },
  },
}
const confidential = { 'x-data-classification': 'confidential' }
const schema = {
  type: 'object',
  required: ['id', 'tenantId', 'state', 'email', 'lines'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', format: 'uuid' },
    tenantId: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]{0,62}$', 'x-tenant-key': true },
    state: { enum: ['open', 'accepted', 'shipped', 'delivered', 'cancelled'] },
    email: { type: 'string', format: 'email', ...confidential },
    phone: { type: 'string', minLength: 3, maxLength: 30, ...confidential },
    street: { type: 'string', maxLength: 200, ...confidential },
    city: { type: 'string', maxLength: 100, ...confidential },
    postalCode: { type: 'string', maxLength: 20 },
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    amount: { type: 'number', minimum: 0 },
    discount: { type: 'number', minimum: 0, maximum: 1 },
    paid: { type: 'boolean' },
    note: { type: ['string', 'null'], maxLength: 1000 },
    createdAt: { type: 'string', format: 'date-time' },
    updatedAt: { type: 'string', format: 'date-time' },
    lines: { type: 'array', minItems: 1, maxItems: 500, items: line },
    labels: { type: 'object', maxProperties: 20, additionalProperties: { type: 'string', maxLength: 100 } },
    version: { type: 'integer' },
    channel: { type: 'string', minLength: 1, maxLength: 40 },
  },
}
const value = {
  id: '2eb8aa08-aa98-11ea-b4aa-73b441d16380',
  tenantId: 'acme-retail',
  state: 'accepted',
  email: 'jane.doe@example.com',
  phone: '+49 30 12345678',
  street: 'Unter den Linden 77, Hinterhaus, dritter Stock',
  city: 'Berlin',
  postalCode: '10117',
  country: 'DE',
  currency: 'EUR',
  amount: 1249.95,
  discount: 0.05,
  paid: true,
  note: 'Please ring twice; the bell is to the left of the door, not to the right.',
  createdAt: '2026-03-04T10:20:30.123Z',
  updatedAt: '2026-03-04T10:25:31Z',
  lines: [
    { sku: 'A-1000', quantity: 2, note: null },
    { sku: 'B-2000-XL', quantity: 1, note: 'gift wrapped' },
    { sku: 'C-1', quantity: 12 },
  ],
  labels: { campaign: 'spring', source: 'newsletter' },
  version: 7,
  channel: 'web',
}
const invalid = { ...value, email: 'nobody', lines: [{ sku: 'a', quantity: 0 }] }

const { output } = await codecOf(schema)
const ajv = new Ajv2020({ strict: false })
;(addFormats as unknown as (instance: Ajv2020) => void)(ajv)
const validate = ajv.compile(schema)
const sees = createView({ tenant: 'acme-retail', clearance: { max: 'restricted', reveal: [] }, sink: 'response' })
const sees_not = createView({ tenant: 'acme-retail', clearance: { max: 'internal', reveal: [] }, sink: 'response' })
if (!validate(value) || !output.check(value, undefined, createIssues()) || validate(invalid))
  throw new TypeError('wrong')
if (output.write(value, sees) !== JSON.stringify(value)) throw new TypeError('written differently')

const sides: Readonly<Record<string, () => unknown>> = {
  'ajv, valid': () => validate(value),
  'check, valid': () => output.check(value, undefined, createIssues()),
  'ajv, invalid': () => validate(invalid),
  'check, invalid': () => output.check(invalid, undefined, createIssues()),
  'JSON.stringify': () => JSON.stringify(value),
  'write, all shown': () => output.write(value, sees),
  'write, masked': () => output.write(value, sees_not),
  'ajv and JSON.stringify': () => validate(value) && JSON.stringify(value),
  'check and write, masked': () => output.check(value, undefined, createIssues()) && output.write(value, sees_not),
}

const times = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(sides)) {
    const start = process.hrtime.bigint()
    for (let count = 0; count < repeats; count++) run()
    times.get(name)?.push(Number(process.hrtime.bigint() - start) / repeats)
  }
}

const medianOf = (name: string): number => {
  const sorted = [...(times.get(name) ?? [])].sort((before, after) => before - after)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
const bytes = JSON.stringify(value).length
console.log(`node ${process.version}, ${rounds} rounds, ${bytes} bytes, load ${loadavg()[0]?.toFixed(1)}\n`)
console.log('| | ns | x ajv, valid | x JSON.stringify |\n|---|---|---|---|')
for (const name of Object.keys(sides)) {
  const median = medianOf(name)
  const ratios = ['ajv, valid', 'JSON.stringify'].map((base) => (median / medianOf(base)).toFixed(2))
  console.log(`| ${name} | ${median.toFixed(0)} | ${ratios.join(' | ')} |`)
}
