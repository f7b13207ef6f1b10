import type { Operation, SecurityRequirement, Server } from '../../contract/model/index.js'
import type { Edit } from '../edit/edit.js'
import {
  type Alternative,
  compareRequirements,
  isAnonymous,
  type SecurityChange,
  scopesBeyond,
} from '../security/requirements.js'
import { atBroker, onChannelOf } from './channel-exchanges.js'
import { brokerCredentials } from './credentials.js'
import { anonymous, requestText } from './request-text.js'
import { refusalText, successText } from './response-text.js'
import type { Samples } from './samples.js'
import type { Exchange, Scene, Show, ShowFinding } from './scene.js'
import { tokenRequest } from './token-request.js'

/** A call with the credentials that were enough. */
export const showLostAccess: ShowFinding = (edit, scene, told) => {
  const change = changeOf(edit, scene)
  const lost = change.lost.find(({ written }) => written.at === told.before?.at) ?? change.lost[0]
  const guarded = guardedBy(edit, 'before')
  if (!lost || !guarded) return undefined
  if (!isRead(guarded)) return otherwiseSigned(edit, scene, change)
  const { reason, statuses } = refusalOf(lost, change)
  const text = withCredentials(guarded, lost.written, scene.before)
  const isAnswered = edit.node === 'operation' && edit.before?.role === 'path'
  return { text, reason, ...(isAnswered && { now: refusalText(edit.after, statuses, scene.answers.after) }) }
}

/** What the API calls itself brings its own credentials: whoever reads it knows those of before. */
function otherwiseSigned(
  edit: Edit,
  { after: samples }: Scene,
  { gained, after }: SecurityChange,
): Exchange | undefined {
  const made = guardedBy(edit, 'after')
  const [brought] = [...gained, ...after]
  if (!made || !brought) return undefined
  const text = withCredentials(made, brought.written, samples)
  return { text, reason: 'these are not the credentials that were sent' }
}

/** 401 for what is missing, 403 for what does not suffice (RFC 9110, sections 15.5.2 and 15.5.4; RFC 6750, section 3.1). */
function refusalOf(lost: Alternative, { after }: SecurityChange) {
  if (isAnonymous(lost)) return { reason: 'credentials are missing', statuses: ['401', '403'] } as const
  const [missing] = after.flatMap((each) => [scopesBeyond(lost, each) ?? []].filter((scopes) => scopes.length > 0))
  if (!missing) return { reason: 'these credentials do not do any more', statuses: ['401', '403'] } as const
  const scopes = missing.map((scope) => `\`${scope}\``).join(', ')
  return { reason: `the credentials lack ${scopes}`, statuses: ['403', '401'] } as const
}

/** A call without credentials, which is served. */
export const showOpened: ShowFinding = (edit, scene) => {
  const guarded = guardedBy(edit, 'after')
  const opening = changeOf(edit, scene).gained.find(isAnonymous)
  if (!guarded || !opening) return undefined
  const text = withCredentials(guarded, anonymous, scene.after)
  // What the API calls itself is read by others.
  if (edit.node === 'operation' && edit.after?.role !== 'path') return { text, reason: 'credentials are missing' }
  const now = edit.node === 'operation' ? successText(edit.after, scene.answers.after) : undefined
  return { text, reason: 'nobody asks for credentials', outcome: 'let-through', now }
}

function changeOf({ from, to }: Edit, { before, after }: Scene): SecurityChange {
  const list = (value: unknown) => (value ?? []) as readonly SecurityRequirement[]
  return compareRequirements({ base: before.contract, head: after.contract }, list(from), list(to))
}

type Guarded = Operation | Server

function guardedBy(edit: Edit, side: 'before' | 'after'): Guarded | undefined {
  const isGuarded = edit.node === 'operation' || edit.node === 'channel-operation' || edit.node === 'broker'
  return isGuarded ? edit[side] : undefined
}

/** What opens it, with these credentials. `whose`: who has them, or what they say. */
export function withCredentials(
  guarded: Guarded,
  credentials: SecurityRequirement,
  samples: Samples,
  whose?: string,
): string | undefined {
  if (guarded.kind === 'http') return requestText(guarded, samples, { credentials, whose })
  const lines = brokerCredentials(credentials, samples.contract, whose)
  if (guarded.kind === 'server') return atBroker(guarded, samples, lines)
  const [message] = guarded.messages
  return message && onChannelOf(guarded, message, samples, lines)
}

/** A scheme is of all that want it; the first will do. What the API sends itself has the credentials of now. */
export const showScheme: Show<'scheme'> = ({ before, after }, scene) => {
  const found = before && firstWith(before.name, scene.before)
  if (found && isRead(found.guarded)) {
    const made = scene.after.contract.operations.find(({ id }) => 'id' in found.guarded && id === found.guarded.id)
    const text = withCredentials(found.guarded, found.credentials, scene.before)
    const now = made?.kind === 'http' ? refusalText(made, ['401', '403'], scene.answers.after) : undefined
    return { text, reason: 'these credentials do not do any more', now }
  }
  const sent = after && firstWith(after.name, scene.after)
  if (!sent) return undefined
  return {
    text: withCredentials(sent.guarded, sent.credentials, scene.after),
    reason: 'these are not the credentials that were sent',
  }
}

/** What the API reads wants credentials of others; what it sends itself brings its own. */
export function isRead(guarded: Guarded): boolean {
  return guarded.kind !== 'http' || guarded.role === 'path'
}

/** The first that credentials of this scheme open: what the API reads before what it sends. */
export function firstWith(name: string, { contract }: Samples) {
  const all: readonly Guarded[] = [...contract.operations, ...contract.servers]
  const found = all.flatMap((guarded) => {
    const credentials = guarded.security.find(({ schemes }) => schemes.has(name))
    return credentials ? [{ guarded, credentials }] : []
  })
  return found.find(({ guarded }) => isRead(guarded)) ?? found[0]
}

/** What is asked for a token. */
export const showFlow: Show<'flow'> = ({ field, action, member, before }) => {
  if (!before || action !== 'removed') return undefined
  if (field === undefined) return { text: tokenRequest(before), reason: 'no token is given on this ground any more' }
  if (field !== 'scopes' || member === undefined) return undefined
  // RFC 6749, sections 4.1.2.1 and 5.2.
  return { text: tokenRequest(before, { scope: member }), reason: `\`invalid_scope\`: nobody knows \`${member}\`` }
}
