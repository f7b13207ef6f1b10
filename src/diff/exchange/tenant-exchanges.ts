import type { Operation, Pathway, TenantScope } from '../../contract/model/index.js'
import type { Edit, OperationPair } from '../edit/edit.js'
import { isOpened } from '../rules/governance/pathway-change.js'
import { compareReach, type Reacher } from '../rules/governance/scope-reach.js'
import { grown, word } from '../rules/governance/word.js'
import { onChannelOf } from './channel-exchanges.js'
import { anonymous, requestText } from './request-text.js'
import { refusalText, successText } from './response-text.js'
import type { Samples } from './samples.js'
import { type Exchange, operationsOf, type Scene, type ShowFinding } from './scene.js'

const callers: Readonly<Record<Reacher, string>> = {
  'the tenant itself': 'a tenant',
  'tenants with a grant': 'another tenant with a grant',
  'every tenant': 'another tenant',
  operators: 'an operator',
  anybody: 'anybody',
}

/** A call by somebody who was not let in before. */
export const showScopeWidened: ShowFinding = (edit, scene) => {
  const { won } = reachOf(edit)
  return won && letIn(edit.place.operation, scene, { whose: `of ${callers[won]}`, reason: `${callers[won]} is let in` })
}

/** A call by somebody who is not let in any more. */
export const showScopeNarrowed: ShowFinding = (edit, scene) => {
  const { lost } = reachOf(edit)
  if (!lost) return undefined
  const reason = lost === 'anybody' ? 'credentials are missing' : `${callers[lost]} is not let in any more`
  return shutOut(edit.place.operation, scene, { whose: `of ${callers[lost]}`, reason })
}

function reachOf({ from, to }: Edit) {
  const [before, after] = [word<TenantScope>(from), word<TenantScope>(to)]
  return before && after ? compareReach(before.scope, after.scope) : {}
}

export const showPathwayEntered: ShowFinding = ({ from, to, place }, scene) => {
  const [id] = grown(word<TenantScope>(from)?.pathways, word<TenantScope>(to)?.pathways).added
  const pathway = id === undefined ? undefined : scene.after.contract.pathways.get(id)
  return pathway && letIn(place.operation, scene, { whose: agreed(pathway), reason: leads(pathway, 'leads here') })
}

export const showPathwayLeft: ShowFinding = ({ from, to, place }, scene) => {
  const [id] = grown(word<TenantScope>(from)?.pathways, word<TenantScope>(to)?.pathways).removed
  const pathway = id === undefined ? undefined : scene.before.contract.pathways.get(id)
  if (!pathway) return undefined
  const reason = leads(pathway, 'does not lead here any more')
  return shutOut(place.operation, scene, { whose: agreed(pathway), reason })
}

export const showPathwayRemoved: ShowFinding = (edit, scene) => {
  if (edit.node !== 'pathway' || !edit.before) return undefined
  const { before: pathway } = edit
  const pair = operationsOf({ pointer: '' }, scene).find(({ before }) => takes(before, pathway))
  return shutOut(pair, scene, { whose: agreed(pathway), reason: `pathway \`${pathway.id}\` is gone` })
}

/** That a grant is needed now, or is not any more. A ceiling is a promise of the contract about itself: no call tells it. */
export const showPathwayChange: ShowFinding = (edit, scene) => {
  if (edit.node !== 'pathway' || !edit.before || !edit.after) return undefined
  const { before, after } = edit
  const pair = operationsOf({ pointer: '' }, scene).find(
    (each) => takes(each.before, before) && takes(each.after, after),
  )
  const whose = `without a grant for ${after.id}`
  if (isOpened(before, after)) return letIn(pair, scene, { whose, reason: 'no grant is needed any more' })
  return isOpened(after, before) ? shutOut(pair, scene, { whose, reason: 'a grant is needed now' }) : undefined
}

export const showPathwayRedirected: ShowFinding = (edit, scene) => {
  if (edit.node !== 'pathway' || !edit.after) return undefined
  const { after: pathway } = edit
  const pair = operationsOf({ pointer: '' }, scene).find(({ after }) => takes(after, pathway))
  const parties = `between ${pathway.from} and ${pathway.to}`
  return letIn(pair, scene, { whose: `${agreed(pathway)} ${parties}`, reason: leads(pathway, 'leads here') })
}

function takes(operation: Operation | undefined, { id }: Pathway): boolean {
  return operation?.governance.scope?.value.pathways?.includes(id) === true
}

function agreed({ id, requires }: Pathway): string {
  return requires === 'grant' ? `with a grant for ${id}` : `under the terms of ${id}`
}

function leads({ id, from, to }: Pathway, where: string): string {
  return `pathway \`${id}\`, from ${from} to ${to}, ${where}`
}

interface Caller {
  /** As the placeholder of its credentials says it. */
  readonly whose: string
  readonly reason: string
}

/** A call that was refused, with what it is answered now. */
function letIn({ after }: OperationPair = {}, scene: Scene, { whose, reason }: Caller): Exchange | undefined {
  const text = after && callBy(after, scene.after, whose)
  return text === undefined
    ? undefined
    : { text, reason, outcome: 'let-through', now: successText(after, scene.answers.after) }
}

/** A call that was served, with the answer of a refusal. */
function shutOut({ before, after }: OperationPair = {}, scene: Scene, { whose, reason }: Caller): Exchange | undefined {
  const text = before && callBy(before, scene.before, whose)
  if (text === undefined) return undefined
  const statuses = whose === 'of anybody' ? (['401', '403'] as const) : (['403', '401'] as const)
  return { text, reason, ...(before?.kind === 'http' && { now: refusalText(after, statuses, scene.answers.after) }) }
}

function callBy(operation: Operation, samples: Samples, whose: string): string | undefined {
  if (operation.kind === 'http') {
    const isOpen = operation.security.some(({ schemes }) => schemes.size === 0)
    const credentials = whose === 'of anybody' && isOpen ? { credentials: anonymous } : {}
    return operation.role === 'path' ? requestText(operation, samples, { whose, ...credentials }) : undefined
  }
  const [message] = operation.messages
  return message && onChannelOf(operation, message, samples)
}
