import type { JsonObject } from '../../util/own.js'
import type { Annotated, Origin, Owner } from '../model/index.js'
import type { Problems } from '../problem.js'
import { readDocumentExtension, readExtension } from './extension.js'
import { about, choice, either, map, record, text } from './shape.js'
import { prose } from './text.js'

export const ownerShape = either(
  map(prose, (team): Owner => ({ team })),
  record(
    {
      team: prose,
      contact: about('Mail address or page.', prose),
      chat: about('Where the team talks.', prose),
    },
    ['team'],
  ),
)

/** `x-owner`: who answers for the contract. */
export function readOwner(root: JsonObject, at: Origin, problems: Problems): Annotated<Owner> | undefined {
  const read = readDocumentExtension(root, at, 'x-owner', ownerShape, problems)
  return read === 'unreadable' ? undefined : read
}

/** Zalando RESTful API Guidelines, rule 219. */
export const audienceShape = choice([
  'component-internal',
  'business-unit-internal',
  'company-internal',
  'external-partner',
  'external-public',
])

/** Zalando RESTful API Guidelines, rule 215. */
export const apiIdShape = text(
  'an id of 8 to 64 letters, digits, `-`, `:` and `.`',
  /^[a-z0-9][a-z0-9:.-]{6,62}[a-z0-9]$/u,
  {
    maxLength: 64,
  },
)

/** `x-api-id` and `x-audience` of `info`. */
export function readApiIdentity(
  info: JsonObject,
  at: Origin,
  problems: Problems,
): { readonly apiId?: string; readonly audience?: string } {
  const apiId = readExtension(info, at, 'x-api-id', apiIdShape, problems, 'warning')
  const audience = readExtension(info, at, 'x-audience', audienceShape, problems, 'warning')
  return {
    ...(apiId && apiId !== 'unreadable' && { apiId: apiId.value }),
    ...(audience && audience !== 'unreadable' && { audience: audience.value }),
  }
}
