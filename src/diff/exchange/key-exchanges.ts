import type { Channel, ChannelOperation, Operation, Schema, TenantKey } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import { type Edit, type EditOf, type OperationPair, polarityOf } from '../edit/edit.js'
import { type KeyEdit, keyChangeOf } from '../rules/governance/key-edits.js'
import { word } from '../rules/governance/word.js'
import { textOf } from '../wire/index.js'
import { messageOn } from './channel-exchanges.js'
import { messageText } from './message-text.js'
import { payloadWith } from './payloads.js'
import { requestText } from './request-text.js'
import { refusalText, responsesOf, responseText, successText } from './response-text.js'
import type { Samples } from './samples.js'
import { type Exchange, fewOperationsOf, type Scene, type ShowFinding } from './scene.js'
import { firstWith, isRead, withCredentials } from './security-exchanges.js'

/** A call that names another tenant than its own, where nothing minded before. */
export const showKeyAdded: ShowFinding = (edit, scene) => {
  const named = namedTenant(edit, scene, 'before', (value) => `of another tenant than ${value}`)
  if (!named) return undefined
  const { text, pair } = named
  const isAnswered = pair.after?.kind === 'http'
  const now = isAnswered ? refusalText(pair.after, ['403', '404'], scene.answers.after) : undefined
  return { text, reason: `${tenantIn(named)} is not that of the caller`, now }
}

/** The same where nothing minds any more. */
export const showKeyRemoved: ShowFinding = (edit, scene) => {
  const named = namedTenant(edit, scene, 'after', (value) => `of another tenant than ${value}`)
  if (!named) return undefined
  const { text, pair, isRead } = named
  const now = isRead ? successText(pair.after, scene.answers.after) : undefined
  return { text, reason: `${tenantIn(named)} need not be that of the caller`, outcome: 'let-through', now }
}

function tenantIn({ value }: Named): string {
  return value === undefined ? 'the tenant' : `tenant \`${value}\``
}

/** A call that names its tenant where it always did. */
export const showKeyMoved: ShowFinding = (edit, scene) => {
  const context = { base: scene.before.contract, head: scene.after.contract }
  const other = keyChangeOf(edit as KeyEdit, context)?.other
  const named = namedTenant(edit, scene, 'before', (value) => `of tenant ${value}`)
  return named && other !== undefined
    ? { text: named.text, reason: `the tenant is named by ${other} now`, outcome: 'misread' }
    : undefined
}

/** A call that names its tenant as it always did, with credentials that say so. */
export const showKeyChanged: ShowFinding = (edit, scene) => {
  const [from, to] = [word<TenantKey>(edit.from), word<TenantKey>(edit.to)]
  const said = (value: string) => (from?.claim === undefined ? `of tenant ${value}` : `whose ${from.claim} is ${value}`)
  const named = namedTenant(edit, scene, 'before', said)
  if (!named) return undefined
  const other = to?.claim === undefined ? (to?.source ?? 'tenant of the call') : `claim \`${to.claim}\``
  return { text: named.text, reason: `${tenantIn(named)} is compared with the ${other} now`, outcome: 'misread' }
}

/** A call with credentials that were issued before; what the API sends itself has those of now. */
export const showClaimChanged: ShowFinding = (edit, scene): Exchange | undefined => {
  if (edit.node !== 'scheme' || !edit.before || !edit.after) return undefined
  const [from, to] = [word<TenantKey>(edit.from), word<TenantKey>(edit.to)]
  const known = firstWith(edit.before.name, scene.before)
  if (known && isRead(known.guarded)) {
    const text = withCredentials(known.guarded, known.credentials, scene.before, naming(from))
    const reason = to ? `the tenant is read from ${placeOf(to)} now` : 'these credentials name no tenant any more'
    return { text, reason, outcome: 'misread' }
  }
  const sent = firstWith(edit.after.name, scene.after)
  if (!sent) return undefined
  const text = withCredentials(sent.guarded, sent.credentials, scene.after, naming(to))
  return { text, reason: `the tenant was read from ${placeOf(from)}`, outcome: 'misread' }
}

function naming(key: TenantKey | undefined): string {
  if (!key) return 'without a tenant'
  return key.claim === undefined ? 'of a tenant' : `whose ${key.claim} names the tenant`
}

function placeOf(key: TenantKey | undefined): string {
  return key?.claim === undefined ? 'the credentials as a whole' : `the claim \`${key.claim}\``
}

interface Named {
  readonly text: string
  /** The tenant that is named, where it can be seen. */
  readonly value?: string | undefined
  readonly pair: OperationPair
  readonly isRead: boolean
}

type Whose = (value: string) => string

/** What carries a name of a tenant in the place of the edit, as one version writes it. */
function namedTenant(edit: Edit, scene: Scene, side: 'before' | 'after', whose: Whose): Named | undefined {
  const isRead = polarityOf(edit.place.direction ?? 'request') === 'input'
  const samples = scene[side]
  for (const pair of fewOperationsOf(edit.place, scene)) {
    const found = carried(edit, pair[side], { samples, side, isRead, whose })
    if (found?.text !== undefined) return { text: found.text, value: found.value, pair, isRead }
  }
  return undefined
}

interface Carrying {
  readonly samples: Samples
  readonly side: 'before' | 'after'
  readonly isRead: boolean
  readonly whose: Whose
}

type Carried = { readonly text: string | undefined; readonly value?: string }

function carried(edit: Edit, operation: Operation | undefined, carrying: Carrying): Carried | undefined {
  const { samples, side, whose } = carrying
  const textFor = (of: Parameters<Samples['ofParameter']>[0] | undefined): string | undefined => {
    const value = of && samples.ofParameter(of, (each) => textOf(each) !== '')
    return value === undefined ? undefined : textOf(value)
  }
  switch (edit.node) {
    case 'parameter': {
      const [parameter, value] = [edit[side], textFor(edit[side])]
      if (!parameter || value === undefined || operation?.kind !== 'http') return undefined
      const fits = (each: JsonValue): boolean => textOf(each) === value
      return { text: requestText(operation, samples, { parameter, fits, whose: whose(value) }), value }
    }
    case 'header': {
      const [header, value] = [edit[side], textFor(edit[side])]
      const response = header && responsesOf(operation).find(({ headers }) => headers.includes(header))
      if (!response || value === undefined) return undefined
      const fits = (each: JsonValue): boolean => textOf(each) === value
      return { text: responseText(response, samples, { header, fits }), value }
    }
    case 'channel-parameter':
    case 'message': {
      const channel = operation?.kind === 'channel' ? channelOf(operation, samples) : undefined
      const message = edit.node === 'message' ? edit[side] : channel && messageOn(channel, samples)
      if (!channel || !message) return undefined
      const value = edit.node === 'message' ? undefined : textFor(edit[side])
      return { text: messageText(channel, message, samples), ...(value !== undefined && { value }) }
    }
    case 'schema':
      return carriedByMember(keyOf(edit, side), operation, carrying)
    default:
      return undefined
  }
}

function channelOf({ channel }: ChannelOperation, { contract }: Samples): Channel | undefined {
  return contract.channels.find(({ key }) => key === channel)
}

function keyOf(edit: EditOf<'schema'>, side: 'before' | 'after'): Schema | undefined {
  if (edit.field !== 'properties') return edit[side]
  return edit.member === undefined ? undefined : edit[side]?.properties?.get(edit.member)
}

/** The key as a member of what is sent; a name that tells something, where any will do. */
function carriedByMember(
  key: Schema | undefined,
  operation: Operation | undefined,
  { samples, isRead, whose }: Carrying,
): Carried | undefined {
  const found = key && payloadWith(key, operation, samples, isRead)
  if (!found) return undefined
  const known = samples.ofParameter({ schema: key }, (each) => textOf(each) !== '')
  for (const value of ['acme', ...(known === undefined ? [] : [known])]) {
    const member = { path: found.path, fits: (each: JsonValue) => each === value, values: [value] }
    const text = found.text(member, whose(textOf(value)))
    if (text !== undefined) return { text, value: textOf(value) }
  }
  return undefined
}
