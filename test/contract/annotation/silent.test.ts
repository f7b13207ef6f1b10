// A contract in which nobody classifies anything is not gone through. Whether that is so is noted while it is read: what
// is told then must be what going through all of it would tell.
import { expect, it } from 'vitest'
import { resolveClasses } from '../../../src/contract/annotation/resolved-classes.js'
import { loadContract } from '../../../src/contract/index.js'
import type { Contract } from '../../../src/contract/model/index.js'
import type { JsonObject } from '../../../src/util/own.js'
import { tempFolder } from '../../support/temp-folder.js'

interface Said {
  readonly schema?: JsonObject
  readonly deep?: JsonObject
  readonly inline?: JsonObject
  readonly parameter?: JsonObject
  readonly header?: JsonObject
  readonly body?: JsonObject
  readonly response?: JsonObject
  readonly media?: JsonObject
  readonly operation?: JsonObject
  readonly info?: JsonObject
}

const written = ({ schema, deep, inline, parameter, header, body, response, media, operation, info }: Said) => ({
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1.0.0', ...info },
  paths: {
    '/orders': {
      post: {
        operationId: 'add',
        ...operation,
        parameters: [{ name: 'a', in: 'query', schema: { type: 'string' }, ...parameter }],
        requestBody: { content: { 'application/json': { schema: { type: 'string', ...inline }, ...media } }, ...body },
        responses: {
          200: {
            description: 'It.',
            headers: { 'X-A': { schema: { type: 'string' }, ...header } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
            ...response,
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Order: {
        type: 'object',
        properties: { a: { type: 'object', properties: { b: { type: 'string', ...deep } } } },
        ...schema,
      },
    },
  },
})

async function load(said: Said, besides?: Said): Promise<Contract> {
  const cwd = tempFolder({ 'a.json': JSON.stringify(written(said)), 'b.json': JSON.stringify(written(besides ?? {})) })
  const beside = besides && (await loadContract('b.json', { cwd, validation: 'never', isTold: () => false }))
  const { contract } = await loadContract('a.json', { cwd, validation: 'never', ...(beside && { beside }) })
  if (!contract) throw new Error('no contract')
  return contract
}

/** Everything there is to know, with the note and without it. */
function bothOf(contract: Contract) {
  const { schemasSayNothing: _note, ...unnoted } = contract
  return [contract, unnoted].map((each) => {
    const { of, decided, ...all } = resolveClasses(each)
    return { ...all, classes: all.fields.map((field) => [of(field), decided(field)]) }
  })
}

const classified = { 'x-data-classification': 'confidential' }
const said: readonly Said[] = [
  { schema: classified },
  { schema: { 'x-pii': ['a'] } },
  { deep: classified },
  { deep: { 'x-sensitive': true } },
  { deep: { format: 'password' } },
  { deep: { 'x-data-retention': 'P1D' } },
  { inline: classified },
  { parameter: classified },
  { header: classified },
  { body: classified },
  { response: classified },
  { media: classified },
  { operation: classified },
  { info: classified },
]

it.each(said)('what %j says is known', async (each) => {
  const [noted, unnoted] = bothOf(await load(each))
  expect(noted).toEqual(unnoted)
  const [beside, alone] = bothOf(await load(each, {}))
  expect(beside).toEqual(alone)
  const [silent, gone] = bothOf(await load({}, each))
  expect(silent).toEqual(gone)
})

it('a contract without a word has fields and no classes', async () => {
  const contract = await load({ deep: { 'x-other': 1, deprecated: true } })
  expect(contract.schemasSayNothing).toBe(true)
  const [noted, unnoted] = bothOf(contract)
  expect(noted).toEqual(unnoted)
  expect(noted).toMatchObject({ isEmpty: true, annotated: [], lowered: [] })
  expect(noted?.fields).toHaveLength(2)
})
