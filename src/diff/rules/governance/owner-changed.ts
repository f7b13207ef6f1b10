import type { Owner } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

export const ownerChanged = defineDiffRule({
  code: 'TK3396',
  name: 'owner-changed',
  category: 'governance',
  claims: ['contract.owner:added', 'contract.owner:changed', 'contract.owner:removed'],
  summary: 'Somebody else answers for the contract, or is reached elsewhere.',
  message: 'the owner is {to}; before, it was {from}',
  why: 'Nothing on the wire changes. Whoever has questions or reports a leak goes to the owner.',
  example: ordersExample({ root: 'x-owner: orders' }, { root: 'x-owner: fulfilment' }, [
    'info owner-changed: the owner is `fulfilment`; before, it was `orders`',
  ]),
  judge({ from, to }) {
    const [before, after] = [word<Owner>(from), word<Owner>(to)]
    const isSameTeam = before?.team === after?.team
    return { level: 'info', params: { from: nameOf(before, isSameTeam), to: nameOf(after, isSameTeam) } }
  },
})

/** With contact and chat where the team is the same. */
function nameOf(owner: Owner | undefined, inFull: boolean): string {
  if (!owner) return 'nobody'
  const { team, contact, chat } = owner
  const reached = inFull ? [contact, chat].filter((way) => way !== undefined) : []
  return reached.length === 0 ? `\`${team}\`` : `\`${team}\` (${reached.join(', ')})`
}
