import type { Contract, Link } from '../../../contract/model/index.js'
import { routeOf } from '../../http/addresses.js'
import { defineDiffRule } from '../../rule.js'
import { linked } from './link-example.js'

export const linkChanged = defineDiffRule({
  code: 'TK3152',
  name: 'link-changed',
  category: 'structural',
  claims: [
    'link.operationId:added',
    'link.operationId:removed',
    'link.operationId:changed',
    'link.operationRef:added',
    'link.operationRef:removed',
    'link.operationRef:changed',
    'link.parameters:added',
    'link.parameters:removed',
    'link.parameters:changed',
  ],
  summary: 'A link leads elsewhere, or with other values.',
  message: 'the link `{name}` {what}',
  help: 'Give the new link another name.',
  why: 'A client that follows the link calls another operation than before, or with other values than it was told to take from the answer.',
  example: {
    before: linked("next: { operationId: getOrder, parameters: { id: '$response.body#/id' } }"),
    after: linked("next: { operationId: cancelOrder, parameters: { id: '$response.body#/id' } }"),
    finds: ['warning link-changed POST /orders: the link `next` leads to `cancelOrder`, not to `getOrder` any more'],
  },
  judge: ({ key, before, after, action, member = '' }, { base, head }) => {
    const params = { name: after?.name ?? '' }
    if (key.startsWith('link.parameters:')) {
      const what = { added: 'fills', removed: 'no longer fills' }[action as string] ?? 'fills differently'
      return { level: 'info', params: { ...params, what: `${what} the parameter \`${member}\`` } }
    }
    const [from, to] = [targetOf(before), targetOf(after)]
    // An id in place of a reference or the other way round: both sides say it, once is enough.
    const isSame = from === to || placeOf(from, base) === placeOf(to, head)
    if (isSame || (action === 'removed' && after?.operationId !== undefined)) return undefined
    return { level: 'warning', params: { ...params, what: `leads to \`${to}\`, not to \`${from}\` any more` } }
  },
})

function targetOf(link: Link | undefined): string {
  return link?.operationId ?? link?.operationRef ?? ''
}

/** Where a link leads, whatever it calls the operation. */
function placeOf(target: string, { operations }: Contract): string {
  const found = operations.find((each) => each.kind === 'http' && each.id === target)
  return found?.kind === 'http' ? `${found.method} ${routeOf(found.path)}` : target
}
