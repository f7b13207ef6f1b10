/** Whose call it is, who sees what, and what is done twice: what governs data, as calls and answers show it. */
import { describe, expect, it } from 'vitest'
import { shownBy } from './shown.js'

interface Parts {
  readonly root?: string
  readonly operation?: string
  readonly parameters?: string
  readonly answer?: string
  readonly body?: string
}

const scheme = 'session: {type: http, scheme: bearer, x-tenant-key: {source: token, claim: tid}}'
const api = ({ root = '', operation = '', parameters = '', answer = '{type: string}', body = '' }: Parts) => `
openapi: 3.1.0
info: {title: Orders, version: 1.0.0}
${root}
security: [{session: []}]
paths:
  /orders/{shop}:
    post:
      operationId: place
      ${operation}
      parameters: [{name: shop, in: path, required: true, schema: {type: string}}${parameters}]
      ${body === '' ? '' : `requestBody: {required: true, content: {application/json: {schema: ${body}}}}`}
      responses:
        '200': {description: Done., content: {application/json: {schema: ${answer}}}}
        '400': {description: No.}
components: {securitySchemes: {${scheme}}}
`
const call = (whose: string, ...lines: string[]) =>
  ['POST /orders/a', ...lines, `Authorization: Bearer <token${whose}>`].join('\n')
const json = (status: number, body: string) => `HTTP/1.1 ${status}\nContent-Type: application/json\n\n${body}`

describe('who is let in', () => {
  const scoped = (scope: string) => api({ operation: `x-tenant-scope: ${scope}` })
  it.each([
    [
      'another tenant',
      'tenant',
      'shared',
      'scope-widened',
      `${call(' of another tenant')}\n=> another tenant is let in [let-through]\nnow ${json(200, '""')}`,
    ],
    [
      'an operator no more',
      'platform',
      'tenant',
      'scope-narrowed',
      `${call(' of an operator')}\n=> an operator is not let in any more\nnow HTTP/1.1 403`,
    ],
  ])('%s', async (_, before, after, rule, expected) => {
    expect(await shownBy(rule, scoped(before), scoped(after))).toEqual([expected])
  })

  const pathway = 'x-tenant-pathways: {handover: {from: shop, to: supplier, purpose: Fulfilment., requires: grant}}'
  const crossing = (root: string) =>
    api({ root, operation: 'x-tenant-scope: {scope: cross-tenant, pathways: [handover], justification: It must.}' })
  const agreed = pathway.replace('grant', 'terms')

  it.each([
    [
      'whoever holds no grant, no more',
      agreed,
      pathway,
      'pathway-narrowed',
      `${call(' without a grant for handover')}\n=> a grant is needed now\nnow HTTP/1.1 403`,
    ],
    [
      'whoever holds no grant',
      pathway,
      agreed,
      'pathway-widened',
      `${call(' without a grant for handover')}\n=> no grant is needed any more [let-through]\nnow ${json(200, '""')}`,
    ],
  ])('%s', async (_, before, after, rule, expected) => {
    expect(await shownBy(rule, crossing(before), crossing(after))).toEqual([expected])
  })
})

describe('whose it is', () => {
  const key = ', x-tenant-key: true'
  const named = (parameter: string, more = '') =>
    api({ parameters: '' }).replace(
      'required: true, schema: {type: string}}',
      `required: true, schema: {type: string}${parameter}}${more}`,
    )
  it.each([
    [
      'a name of another tenant, refused',
      named(''),
      named(key),
      'tenant-key-added',
      `${call(' of another tenant than a')}\n=> tenant \`a\` is not that of the caller\nnow HTTP/1.1 403`,
    ],
    [
      'a name of another tenant, let through',
      named(key),
      named(''),
      'tenant-key-removed',
      `${call(' of another tenant than a')}\n=> tenant \`a\` need not be that of the caller [let-through]\nnow ${json(200, '""')}`,
    ],
    [
      'a name that is looked for elsewhere',
      named(key),
      named('', ', {name: X-Tenant, in: header, x-tenant-key: true, schema: {type: string}}'),
      'tenant-key-moved',
      `${call(' of tenant a')}\n=> the tenant is named by header parameter \`X-Tenant\` now [misread]`,
    ],
    [
      'a name that is compared with another claim',
      named(', x-tenant-key: {source: token, claim: tid}'),
      named(', x-tenant-key: {source: token, claim: org}'),
      'tenant-key-changed',
      `${call(' whose tid is a')}\n=> tenant \`a\` is compared with the claim \`org\` now [misread]`,
    ],
    [
      'a token with the claim of before',
      named(''),
      named('').replace('claim: tid', 'claim: org'),
      'tenant-claim-changed',
      `${call(' whose tid names the tenant')}\n=> the tenant is read from the claim \`org\` now [misread]`,
    ],
  ])('%s', async (_, before, after, rule, expected) => {
    expect(await shownBy(rule, before, after)).toEqual([expected])
  })

  it('a name within what is sent, as deep as it stands', async () => {
    const body = (mark: string) =>
      api({
        body: `{type: object, properties: {lines: {type: array, items: {type: object, properties: {shop: {type: string${mark}}}}}}}`,
      })
    expect(await shownBy('tenant-key-added', body(''), body(key))).toEqual([
      `${call(' of another tenant than acme')}\nContent-Type: application/json\n\n{"lines":[{"shop":"acme"}]}\n=> tenant \`acme\` is not that of the caller\nnow HTTP/1.1 403`,
    ])
  })
})

describe('who sees what', () => {
  const policy = 'x-data-policy: {clearances: {support: {max: confidential}}}'
  const order = (more: string) =>
    `{type: object, required: [id], properties: {id: {type: integer}, to: {$ref: '#/components/schemas/Contact'}${more}}}`
  const answering = (root: string, email: string, more = '') =>
    api({ root, answer: order(more) }).replace(
      'components: {',
      `components: {schemas: {Contact: {type: object, properties: {email: {type: string${email}}}}}, `,
    )
  const contact = ', x-data-classification: contact.email'
  const masked = (masking: string) => `, x-data-classification: {category: contact.email, masking: ${masking}}`
  const answer = (email: string) => json(200, `{"id":0,"to":{"email":"${email}"}}`)
  const seen = (who: string, outcome: string) =>
    `=> ${who} see ${outcome === 'masked' ? 'less' : 'more'} of what POST /orders/{shop} answers [${outcome}]`
  const anybody = 'callers without a clearance'

  it.each([
    [
      'a class that is raised',
      [policy, ''],
      [policy, contact],
      'classification-raised',
      [answer('ada@example.com'), anybody, 'masked', answer('****')],
    ],
    [
      'a class that is gone',
      [policy, contact],
      [policy, ''],
      'classification-dropped',
      [answer('****'), anybody, 'unmasked', answer('ada@example.com')],
    ],
    [
      'a mask that shows more',
      [policy, masked('hash')],
      [policy, masked('{strategy: partial, keep: 3}')],
      'masking-weakened',
      [answer('<its hash>'), anybody, 'unmasked', answer('<at most 3 characters of it>')],
    ],
    [
      'a mask that leaves nothing',
      [policy, masked('{strategy: remove}')],
      [policy, masked('{strategy: partial}')],
      'masking-weakened',
      [json(200, '{"id":0,"to":{}}'), anybody, 'unmasked', answer('<a part of it>')],
    ],
    [
      'a clearance that shows less',
      [policy, contact],
      [policy.replace('max: confidential', 'max: internal'), contact],
      'clearance-lowered',
      [answer('ada@example.com'), 'callers with clearance `support`', 'masked', answer('****')],
    ],
    [
      'a clearance that is gone',
      [policy, contact],
      ['', contact],
      'clearance-removed',
      [answer('ada@example.com'), 'callers with clearance `support`', 'masked', answer('****')],
    ],
    [
      'a clearance that is not read',
      [policy, contact],
      [policy.replace('{clear', '{clearanceClaim: role, clear'), contact],
      'clearance-claim-changed',
      [answer('ada@example.com'), 'callers with clearance `support`', 'masked', answer('****')],
    ],
  ] as const)('%s', async (_, before, after, rule, [was, who, outcome, is]) => {
    expect(await shownBy(rule, answering(before[0], before[1]), answering(after[0], after[1]))).toEqual([
      `${was}\n${seen(who, outcome)}\nnow ${is}`,
    ])
  })

  it('other values are masked as they are', async () => {
    const phone = ', phone: {type: number, x-data-classification: contact.phone}'
    const required = (text: string) => text.replace('required: [id]', 'required: [id, phone]')
    const [found] = await shownBy(
      'classification-raised',
      required(answering(policy, '', phone)),
      required(answering(policy, contact, phone)),
    )
    expect(found).toContain('{"id":0,"phone":null,"to":{"email":"ada@example.com"}}')
  })

  it('a header is an answer as well', async () => {
    const paged = (mark: string) =>
      api({}).replace(
        '{description: Done., content',
        `{description: Done., headers: {X-Owner: {schema: {type: string}${mark}}}, content`,
      )
    expect(await shownBy('classification-raised', paged(''), paged(', x-data-classification: contact'))).toEqual([
      [
        'HTTP/1.1 200\nX-Owner: abcdefgh\nContent-Type: application/json\n\n""',
        seen(anybody, 'masked'),
        'now HTTP/1.1 200\nX-Owner: ****\nContent-Type: application/json\n\n""',
      ].join('\n'),
    ])
  })

  it('a body that is one value is masked as a whole', async () => {
    const counted = (mark: string) => api({ answer: `{type: integer, minimum: 1${mark}}` })
    const [found] = await shownBy('classification-raised', counted(''), counted(', x-data-classification: financial'))
    expect(found).toBe(`${json(200, '1')}\n${seen(anybody, 'masked')}\nnow ${json(200, 'null')}`)
  })

  it('of two values that changed each is shown by itself', async () => {
    const two = (name: string, note: string) =>
      api({ answer: `{type: object, properties: {name: {type: string${name}}, note: {type: string${note}}}}` })
    const found = await shownBy('classification-raised', two('', ''), two(contact, contact))
    expect(found.map((text) => text.split('\n')[3])).toEqual([
      '{"name":"ada@example.com"}',
      '{"note":"ada@example.com"}',
    ])
  })

  it('nothing is shown where no answer carries a value that is seen otherwise', async () => {
    expect(
      await shownBy(
        'clearance-raised',
        answering(policy, ''),
        answering(policy.replace('max: confidential', 'max: restricted'), ''),
      ),
    ).toEqual(['nothing'])
  })
})

describe('what is done twice', () => {
  const keyed = (idempotency: string, body = '') => api({ operation: `x-idempotency: ${idempotency}`, body })
  it.each([
    [
      'a call without a key, refused',
      keyed('optional'),
      keyed('required'),
      'idempotency-required',
      `${call('')}\n=> the idempotency key is missing\nnow HTTP/1.1 400`,
    ],
    [
      'a key that means nothing',
      keyed('optional'),
      keyed('off'),
      'idempotency-dropped',
      `${call('', 'Idempotency-Key: <key>')}\n=> the key is not looked at any more [repeated]`,
    ],
    [
      'a key in another header',
      keyed('optional'),
      keyed('{mode: required, key: {in: header, name: X-Once}}'),
      'idempotency-key-moved',
      `${call('', 'Idempotency-Key: <key>')}\n=> the key is looked for in header \`X-Once\`\nnow HTTP/1.1 400`,
    ],
    [
      'a key that was in the body',
      keyed('{mode: optional, key: {in: body, pointer: /once}}', '{type: object, properties: {once: {type: string}}}'),
      keyed('optional', '{type: object, properties: {once: {type: string}}}'),
      'idempotency-key-moved',
      `${call('')}\nContent-Type: application/json\n\n{"once":"<key>"}\n=> the key is looked for in header \`Idempotency-Key\` [repeated]`,
    ],
  ])('%s', async (_, before, after, rule, expected) => {
    expect(await shownBy(rule, before, after)).toEqual([expected])
  })
})
