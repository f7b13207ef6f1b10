/** A migration from AsyncAPI 2 to AsyncAPI 3 is silent where nothing changes on the wire; everything else has its reason. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadContract } from '../../../src/contract/index.js'
import { diffContracts, type LoadedContract } from '../../../src/diff/index.js'
import type { JsonObject } from '../../../src/util/own.js'
import { tempFolder } from '../../support/temp-folder.js'
import { toAsyncApi3 } from '../support/to-asyncapi-3.js'

const corpus = join(import.meta.dirname, '../../corpus/asyncapi')

async function found(base: string, head: string): Promise<readonly string[]> {
  const loaded = await Promise.all(
    [base, head].map((file) => loadContract(file, { cwd: corpus, root: '/', validation: 'never' })),
  )
  for (const { diagnostics } of loaded) expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const [before, after] = loaded as LoadedContract[]
  const report = diffContracts(before as LoadedContract, after as LoadedContract, {
    today: '2026-01-01',
    sources: { base, head },
  })
  return report.findings.map(({ level, rule, message }) => `${level} ${rule}: ${message}`)
}

const two = 'asyncapi-spec-v2.6.0/examples'
const three = 'asyncapi-spec-v3.0.0/examples'

describe('the examples of the standard', () => {
  /** What the two versions of an example really say differently. */
  const differences: Readonly<Record<string, readonly string[]>> = {
    'correlation-id': [],
    mercure: [],
    oneof: [],
    'streetlights-mqtt': [],
    'websocket-gemini': [],
    // The header of the reply went, where it had stood in a place that the binding does not know.
    'rpc-client': [
      'warning amqp-binding-changed: `replyTo.type` of the AMQP binding of the message is gone: it was `string`',
    ],
    // Headers of an operation are none in the binding; one of them became one of the message.
    'operation-security': [
      'warning http-binding-changed: `headers.type` of the HTTP binding of the operation is gone: it was `object`',
      'warning http-binding-changed: `headers.properties.Content-Type.type` of the HTTP binding of the operation is gone: it was `string`',
      'warning http-binding-changed: `headers.properties.Content-Type.enum` of the HTTP binding of the operation is gone: it was `["application/json"]`',
      'info published-property-added: `Content-Type` is new',
    ],
    // Headers were written twice over, and a method was not said.
    'gitter-streaming': [
      'warning http-binding-changed: `method` of the HTTP binding of the operation is new: `POST`',
      ...[0, 1].flatMap(() => [
        'warning http-binding-changed: `http.headers.Transfer-Encoding` of the HTTP binding of the message is gone: it was `chunked`',
        'warning http-binding-changed: `http.headers.Trailer` of the HTTP binding of the message is gone: it was `\\r\\n`',
        'warning http-binding-changed: `headers` of the HTTP binding of the message is new: a schema',
      ]),
    ],
  }

  it.each(Object.entries(differences))('%s', async (name, expected) => {
    expect(await found(`${two}/${name}.yml`, `${three}/${name}-asyncapi.yml`)).toEqual(expected)
  })
})

describe('migrated by rule', () => {
  it.each([
    'asyncapi-cli/specification-avro.yml',
    'ballerina/twilio-asyncapi.yml',
    'microcks/account-service-asyncapi-oneof-2.3.yaml',
    'microcks/streetlights-asyncapi.yaml',
    ...['correlation-id', 'gitter-streaming', 'mercure', 'oneof', 'rpc-client', 'websocket-gemini'].map(
      (name) => `${two}/${name}.yml`,
    ),
  ])('%s is silent', async (file) => {
    const document = parse(readFileSync(join(corpus, file), 'utf8')) as JsonObject
    const folder = tempFolder({ 'head.json': JSON.stringify(toAsyncApi3(document)) })
    expect(await found(file, join(folder, 'head.json'))).toEqual([])
  })
})
