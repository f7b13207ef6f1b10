import type { Server } from '../../contract/model/index.js'
import { tokensOf } from '../../util/json-pointer.js'
import type { Place } from '../edit/edit.js'
import { atBroker } from './channel-exchanges.js'
import { requestText } from './request-text.js'
import type { Samples } from './samples.js'
import type { Exchange, Show, ShowFinding } from './scene.js'
import { tokenRequest } from './token-request.js'

export const showServer: Show<'server'> = ({ field, before }, { before: samples }) =>
  before && field === undefined ? gone(before, samples) : undefined

/** What goes to an address that the server does not have any more. */
export const showServerVariable: Show<'server-variable'> = ({ action, member, place, after }, { before: samples }) => {
  const value = member ?? ['a', 'b'].find((each) => !after?.enum?.includes(each))
  const found = ownerOf(place, samples)
  if (action !== 'removed' || value === undefined || !found) return undefined
  const { server, name } = found
  return gone({ ...server, url: server.url.replaceAll(`{${name}}`, () => value) }, samples)
}

/** The server that a variable is of, which may not be written down. */
function ownerOf({ before }: Place, samples: Samples): { readonly server: Server; readonly name: string } | undefined {
  for (const server of serversOf(samples)) {
    const above = `${server.at.pointer}/variables`
    const isOwn = before?.at.document === server.at.document && before.at.pointer.startsWith(`${above}/`)
    const [name] = isOwn ? tokensOf(before.at.pointer.slice(above.length)) : []
    if (name !== undefined) return { server, name }
  }
  return undefined
}

function gone(server: Server, samples: Samples): Exchange {
  const isBroker = samples.contract.protocol === 'asyncapi'
  return isBroker
    ? { text: atBroker(server, samples), reason: 'nobody is there any more' }
    : { text: requestAt(server.url, samples), reason: 'nothing answers there any more' }
}

/** What goes to a server, or to whoever gives tokens, where anybody in between can read it. */
export const showInTheClear: ShowFinding = (edit, scene, told) => {
  const reason = 'it is not encrypted on its way'
  const exposed = (text: string | undefined) => ({ text, reason, outcome: 'exposed' }) as const
  if (edit.node === 'flow') return edit.after && exposed(tokenRequest(edit.after, { field: edit.field }))
  if (edit.node === 'broker') return edit.after && exposed(atBroker(edit.after, scene.after))
  const server = serversOf(scene.after).find(({ at }) => at === told.after?.at)
  return server && exposed(requestAt(server.url, scene.after))
}

function serversOf({ contract: { servers, operations } }: Samples): readonly Server[] {
  return [...servers, ...operations.flatMap((each) => (each.kind === 'http' ? (each.servers ?? []) : []))]
}

/** Any operation will do that is called there. */
function requestAt(url: string, samples: Samples): string | undefined {
  const server = url.replace(/\/$/, '')
  for (const operation of samples.contract.operations)
    if (operation.kind === 'http' && operation.role === 'path') return requestText(operation, samples, { server })
  return undefined
}
