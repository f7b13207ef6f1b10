import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { wholeOf } from '../subject-of.js'

export const payloadChanged = defineDiffRule({
  code: 'TK3001',
  name: 'payload-changed',
  directional: true,
  category: 'structural',
  claims: ['payload.meaning:changed'],
  summary: 'A payload breaks by changes that only matter together.',
  message: '{subject} is not compatible as a whole, and no single change of it is to blame',
  help: 'Compare the payload that is shown with both versions.',
  why: 'Each change alone is harmless; together they refuse what was accepted. Containment looks at the whole payload, and at each shared schema where other changes break the payload as well, so this is found all the same.',
  example: {
    before: exampleContract({
      request: '{ anyOf: [{ title: A, type: string, maxLength: 5 }, { title: B, type: string, maxLength: 5 }] }',
    }),
    after: exampleContract({
      request: '{ anyOf: [{ title: A, type: string, maxLength: 4 }, { title: B, type: string, maxLength: 4 }] }',
    }),
    finds: [
      'breaking request-payload-changed POST /orders: the request body is not compatible as a whole, and no single change of it is to blame',
      'info request-length-narrowed POST /orders: the request body as `A` is limited further: `maxLength` went from 5 to 4',
      'info request-length-narrowed POST /orders: the request body as `B` is limited further: `maxLength` went from 5 to 4',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: wholeOf(edit.place) },
  }),
})
