import type { HttpOperation } from '../../../contract/model/index.js'
import { defineDiffRule, type RuleContext } from '../../rule.js'
import { document } from './example.js'
import { kindOf } from './kind-of.js'

export const operationAdded = defineDiffRule({
  code: 'TK3101',
  name: 'operation-added',
  category: 'structural',
  claims: ['operation:added'],
  summary: 'There is an operation, a webhook or a callback that was not there before.',
  message: 'the {kind} is new{instead}',
  why: 'Nobody who uses the API today knows it, so nobody is broken by it. Where a path with a parameter answered its requests before (`/users/me` beside `/users/{id}`), that is said.',
  example: {
    before: document(`paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }`),
    after: document(`paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: Created. } } }`),
    finds: ['info operation-added POST /orders: the operation is new'],
  },
  judge: ({ after }, context) => {
    const former = after && answeredBefore(after, context)
    return {
      level: 'info',
      params: { kind: kindOf(after), instead: former ? `; \`${former.path}\` answered its requests before` : '' },
    }
  },
})

/** The operation of the version before whose parameters took the place of what is written out now. */
function answeredBefore({ role, method, path }: HttpOperation, { base }: RuleContext): HttpOperation | undefined {
  if (role !== 'path') return undefined
  const segments = path.split('/')
  const fits = (other: HttpOperation): boolean => {
    const others = other.path.split('/')
    return (
      others.length === segments.length &&
      others.every((segment, index) => segment === segments[index] || /^\{[^{}]*\}$/.test(segment))
    )
  }
  return base.operations
    .filter((each) => each.kind === 'http')
    .find((each) => each.role === 'path' && each.method === method && fits(each))
}
