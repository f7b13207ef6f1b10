import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: string, contentEncoding: base64 } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, contentEncoding: base16 } } }' },
    finds: [
      'breaking structural request-content-encoding-changed 11:87 → 11:87: `contentEncoding` of `x` went from `base64` to `base16`',
    ],
    helps: ['Go on accepting the old way until 2.0.0.'],
  },
  {
    title: 'breaks what the API sends',
    before: { response: '{ type: object, properties: { x: { type: string, contentEncoding: base64 } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, contentEncoding: base16 } } }' },
    finds: [
      'breaking structural response-content-encoding-changed 12:89 → 12:89: `contentEncoding` of `x` went from `base64` to `base16`',
    ],
    helps: ['Go on sending the old way until 2.0.0.'],
  },
  {
    title: 'warns of what is sent to the API',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, contentEncoding: base64 } } }' },
    finds: [
      'warning structural request-content-encoding-changed 11:54 → 11:87: `contentEncoding` of `x` went from none to `base64`',
    ],
    helps: ['Go on accepting the old way until 2.0.0.'],
  },
  {
    title: 'warns of what the API sends',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, contentEncoding: base64 } } }' },
    finds: [
      'warning structural response-content-encoding-changed 12:56 → 12:89: `contentEncoding` of `x` went from none to `base64`',
    ],
    helps: ['Go on sending the old way until 2.0.0.'],
  },
  {
    title: 'warns of what is sent to the API: `contentEncoding` of `x` went from `base64` to none',
    before: { request: '{ type: object, properties: { x: { type: string, contentEncoding: base64 } } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'warning structural request-content-encoding-changed 11:87 → 11:54: `contentEncoding` of `x` went from `base64` to none',
    ],
  },
  {
    title: 'warns of what the API sends: `contentEncoding` of `x` went from `base64` to none',
    before: { response: '{ type: object, properties: { x: { type: string, contentEncoding: base64 } } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'warning structural response-content-encoding-changed 12:89 → 12:56: `contentEncoding` of `x` went from `base64` to none',
    ],
  },
  {
    title:
      'breaks what is sent to the API: `contentMediaType` of `x` went from `application/json` to `application/xml`',
    before: { request: '{ type: object, properties: { x: { type: string, contentMediaType: application/json } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, contentMediaType: application/xml } } }' },
    finds: [
      'breaking structural request-content-encoding-changed 11:88 → 11:88: `contentMediaType` of `x` went from `application/json` to `application/xml`',
    ],
  },
  {
    title: 'breaks what the API sends: `contentMediaType` of `x` went from `application/json` to `application/xml`',
    before: { response: '{ type: object, properties: { x: { type: string, contentMediaType: application/json } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, contentMediaType: application/xml } } }' },
    finds: [
      'breaking structural response-content-encoding-changed 12:90 → 12:90: `contentMediaType` of `x` went from `application/json` to `application/xml`',
    ],
  },
  {
    title: 'warns of what is sent to the API: `contentMediaType` of `x` went from none to `image/png`',
    before: { request: '{ type: object, properties: { x: { type: string } } }' },
    after: { request: '{ type: object, properties: { x: { type: string, contentMediaType: image/png } } }' },
    finds: [
      'warning structural request-content-encoding-changed 11:54 → 11:88: `contentMediaType` of `x` went from none to `image/png`',
    ],
  },
  {
    title: 'warns of what the API sends: `contentMediaType` of `x` went from none to `image/png`',
    before: { response: '{ type: object, properties: { x: { type: string } } }' },
    after: { response: '{ type: object, properties: { x: { type: string, contentMediaType: image/png } } }' },
    finds: [
      'warning structural response-content-encoding-changed 12:56 → 12:90: `contentMediaType` of `x` went from none to `image/png`',
    ],
  },
  {
    title: 'warns of what is sent to the API: `contentMediaType` of `x` went from `image/png` to none',
    before: { request: '{ type: object, properties: { x: { type: string, contentMediaType: image/png } } }' },
    after: { request: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'warning structural request-content-encoding-changed 11:88 → 11:54: `contentMediaType` of `x` went from `image/png` to none',
    ],
  },
  {
    title: 'warns of what the API sends: `contentMediaType` of `x` went from `image/png` to none',
    before: { response: '{ type: object, properties: { x: { type: string, contentMediaType: image/png } } }' },
    after: { response: '{ type: object, properties: { x: { type: string } } }' },
    finds: [
      'warning structural response-content-encoding-changed 12:90 → 12:56: `contentMediaType` of `x` went from `image/png` to none',
    ],
  },
  {
    title: 'breaks what is sent to the API, in an item of a named list',
    before: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentEncoding: base64 } } } } } }',
    },
    after: {
      request: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentEncoding: base16 } } } } } }',
    },
    finds: [
      'breaking structural request-content-encoding-changed 16:136 → 16:136: `contentEncoding` of `x` went from `base64` to `base16`',
    ],
  },
  {
    title: 'breaks what the API sends, in an item of a named list',
    before: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentEncoding: base64 } } } } } }',
    },
    after: {
      response: '{ $ref: "#/components/schemas/Lines" }',
      schemas:
        'Lines: { type: array, items: { type: object, properties: { line: { type: object, properties: { x: { type: string, contentEncoding: base16 } } } } } }',
    },
    finds: [
      'breaking structural response-content-encoding-changed 15:136 → 15:136: `contentEncoding` of `x` went from `base64` to `base16`',
    ],
  },
]
