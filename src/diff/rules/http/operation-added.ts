import type { Contract, HttpOperation } from '../../../contract/model/index.js'
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
  const isAnswered = (others: readonly string[]): boolean =>
    others.every((segment, index) => segment === segments[index] || /^\{[^{}]*\}$/.test(segment))
  return candidates(base)
    .get(shapeOf(method, segments))
    ?.find((other) => isAnswered(other.segments))?.operation
}

interface Candidate {
  readonly operation: HttpOperation
  readonly segments: readonly string[]
}

/** What is new is held against all that there was, so that its paths are taken apart once. */
const known = new WeakMap<Contract, ReadonlyMap<string, readonly Candidate[]>>()

function candidates(contract: Contract): ReadonlyMap<string, readonly Candidate[]> {
  const found = known.get(contract) ?? byShape(contract)
  known.set(contract, found)
  return found
}

function byShape({ operations }: Contract): ReadonlyMap<string, readonly Candidate[]> {
  const shapes = new Map<string, Candidate[]>()
  for (const operation of operations) {
    if (operation.kind !== 'http' || operation.role !== 'path') continue
    const segments = operation.path.split('/')
    const shape = shapeOf(operation.method, segments)
    const same = shapes.get(shape)
    if (same) same.push({ operation, segments })
    else shapes.set(shape, [{ operation, segments }])
  }
  return shapes
}

function shapeOf(method: string, segments: readonly string[]): string {
  return `${method} ${segments.length}`
}
