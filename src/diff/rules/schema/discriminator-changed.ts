import type { Discriminator } from '../../../contract/model/index.js'
import type { EditOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'

export const discriminatorChanged = defineDiffRule({
  code: 'TK3051',
  name: 'discriminator-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.discriminator:added', 'schema.discriminator:removed', 'schema.discriminator:changed'],
  summary: 'Alternatives are told apart in another way.',
  message: 'the discriminator of {subject} {what}',
  help: 'Keep the names that the discriminator gives to alternatives.',
  why: 'A discriminator changes nothing about which values are valid; generated code reads it to choose a type.',
  example: {
    before: exampleContract({
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind, mapping: { card: Card } } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string } } }\nCash: { type: object, properties: { kind: { type: string } } }',
    }),
    after: exampleContract({
      response:
        '{ anyOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }], discriminator: { propertyName: kind, mapping: { creditCard: Card } } }',
      schemas:
        'Card: { type: object, properties: { kind: { type: string } } }\nCash: { type: object, properties: { kind: { type: string } } }',
    }),
    finds: [
      'warning response-discriminator-changed POST /orders: the discriminator of the response 200 names its alternatives otherwise',
    ],
  },
  judge: (edit) => ({
    level: edit.action === 'changed' ? 'warning' : 'info',
    params: { subject: subjectOf(edit), what: changeOf(edit) },
  }),
})

function changeOf({ action, from, to }: EditOf<'schema'>): string {
  if (action !== 'changed') return `was ${action}`
  const [was, is] = [from as Discriminator, to as Discriminator].map(({ propertyName }) => propertyName)
  return was === is ? 'names its alternatives otherwise' : `went from \`${was}\` to \`${is}\``
}
