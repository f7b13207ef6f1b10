import { pointerToken } from '../../codec/index.js'
import { own } from '../../wire/index.js'
import type { RoutedCall } from '../call.js'
import type { DecodedRequest } from '../decode-request.js'
import { type Refusal, refuse } from '../refusal.js'
import type { ServerParameter } from '../types.js'
import { chosenBy, isManner, membersOf } from './chosen-names.js'
import { createFieldIndex, type FieldIndex } from './field-index.js'
import { selectorOf } from './selectors.js'
import type { DeclaredClass, HeldClass, HiddenClass, ServerSelection } from './types.js'

/** A selection with everything worked out that does not depend on a request. */
export interface PreparedSelection {
  readonly index: FieldIndex
  readonly classes: readonly HiddenClass[]
  readonly parameters: readonly ServerParameter[]
  readonly listed: ReadonlySet<string>
  readonly declared: ReadonlyMap<string, DeclaredClass>
  readonly hasBody: boolean
}

export function prepareSelection(
  selection: ServerSelection | undefined,
  parameters: readonly ServerParameter[],
): PreparedSelection | undefined {
  const choosing = parameters.filter(
    (parameter) => (parameter.in === 'query' && !parameter.tenantKey) || parameter.in === 'querystring',
  )
  if (!selection || (choosing.length === 0 && !selection.body)) return undefined
  const declared = selection.declared ?? []
  return {
    index: createFieldIndex(selection),
    classes: [...selection.hidden, ...declared],
    parameters: choosing,
    listed: new Set(selection.listed),
    declared: new Map(declared.map((each) => [each.name, each])),
    hasBody: selection.body === true,
  }
}

/**
 * 403 for whoever chooses, orders or compares by what it is not shown: the answers would tell the hidden value bit by bit.
 *
 * @param clears whether the caller is shown values of a class.
 */
export function checkSelection(
  call: RoutedCall,
  { parameters: decoded, body }: DecodedRequest,
  clears: Clears,
): Refusal | undefined {
  const { selection } = call.operation
  if (!selection || selection.classes.every(clears)) return undefined
  for (const parameter of selection.parameters) {
    const value = own(decoded.query, parameter.property ?? parameter.name)
    if (value === undefined) continue
    const isWhole = parameter.in === 'querystring'
    if (isWhole ? !isOpenObject(value, selection, clears) : !isOpen(parameter.name, value, selection, clears)) {
      return closed(`/query/${pointerToken(parameter.name)}`, parameter.name)
    }
  }
  // Names in it are the caller's own: the body as a whole is told.
  return selection.hasBody && !isOpenBody(body?.value, selection, clears) ? closed('/body', 'body') : undefined
}

function closed(path: string, parameter: string): Refusal {
  const issue = { path, keyword: 'classification', expected: 'only fields that the caller is shown' }
  const note = { event: 'access-refused', reason: 'masked-field', details: { parameter } } as const
  return refuse('TK7225', { issues: [issue], audit: note })
}

/** A list is one of conditions. */
function isOpenBody(value: unknown, selection: PreparedSelection, clears: Clears): boolean {
  return Array.isArray(value) ? isOpen('filter', value, selection, clears) : isOpenObject(value, selection, clears)
}

type Clears = (hidden: HiddenClass) => boolean

function isOpen(name: string, value: unknown, selection: PreparedSelection, clears: Clears): boolean {
  const declared = selection.declared.get(name)
  if (declared?.overrides) return clears(declared)
  const selector = selectorOf(name)
  const { index, listed } = selection
  const field = index.find(selector.kind === 'value' ? selector.field : name)
  if (selector.kind === 'value') {
    if (field) return isOpenField(selector.field, field, value, selection, clears)
    // The members of an exploded object are parameters of their own.
    return isOpenObject(value, selection, clears)
  }
  if ((declared && !clears(declared)) || (field && !shows(outside(field), clears))) return false
  return chosenBy(selector, value).every((each) => {
    const holds = index.find(each)
    if (holds) return shows(selector.kind === 'projection' ? outside(holds) : holds, clears)
    // Columns may hold more than answers do.
    return selector.kind !== 'order' || field !== undefined || listed.has(name) || isManner(each)
  })
}

/** `customer=x` compares all of it, `customer[id]=x` a part. */
function isOpenField(
  name: string,
  holds: readonly HeldClass[],
  value: unknown,
  { index }: PreparedSelection,
  clears: Clears,
): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shows(holds, clears)
  if (!shows(outside(holds), clears)) return false
  return membersOf(value, [name]).every((member) =>
    shows(index.find(member) ?? (member.startsWith(name) ? holds : []), clears),
  )
}

function shows(holds: readonly HeldClass[], clears: Clears): boolean {
  return holds.every(({ hidden }) => clears(hidden))
}

function outside(holds: readonly HeldClass[]): readonly HeldClass[] {
  return holds.filter(({ isInside }) => !isInside)
}

function isOpenObject(value: unknown, selection: PreparedSelection, clears: Clears): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true
  return Object.entries(value).every(([name, member]) => isOpen(name, member, selection, clears))
}
