import type { HttpOperation, MediaType, Operation, Response } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import { isSuccess } from '../http/status.js'
import { encode, encodingLanguage, headerLanguage, parameterText } from '../wire/index.js'
import { requestText } from './request-text.js'
import { responseText } from './response-text.js'
import { type Exchange, httpOperation, inOrder, lostAlternative, type Scene, type Show, senderOf } from './scene.js'

export const showOperation: Show<'operation'> = (edit, scene) => {
  const { action, key, before } = edit
  if (before?.role !== 'path') return undefined
  const isGone = action === 'removed' && edit.field === undefined
  if (isGone || key === 'operation.path:changed' || key === 'operation.method:changed')
    return { text: requestText(before, scene.before), reason: 'nothing answers there any more' }
  const lost = edit.field === 'security' ? lostAlternative(edit, scene) : undefined
  return lost && { text: requestText(before, scene.before, { credentials: lost.written }), reason: refusal(lost) }
}

function refusal({ asked }: { readonly asked: ReadonlyMap<string, unknown> }): string {
  return asked.size === 0 ? 'credentials are missing' : 'these credentials do not do any more'
}

export const showParameter: Show<'parameter'> = ({ key, before, after, place }, scene) => {
  const operation = httpOperation(place, scene)
  if (!operation) return undefined
  const samples = senderOf(scene)
  const { sent, read } = inOrder({ before, after }, scene)
  const isMissing = key === 'parameter:added' || key === 'parameter.required:set'
  if (isMissing) return { text: requestText(operation, samples), reason: `the ${after?.in ?? ''} parameter is missing` }
  if (!sent) return undefined
  if (key === 'parameter.allowEmptyValue:unset') {
    const text = `${encodeURIComponent(sent.name)}=`
    return { text: requestText(operation, samples, { parameter: sent, text }), reason: 'the value is missing' }
  }
  if (key === 'parameter:removed' || !read) {
    const reason = 'the parameter is not read there any more'
    return { text: requestText(operation, samples, { parameter: sent }), reason }
  }
  const fits = (value: JsonValue): boolean => parameterText(sent, value) !== parameterText(read, value)
  const text = requestText(operation, samples, { parameter: sent, fits })
  return { text, reason: 'the value is read in another notation' }
}

export const showBody: Show<'body'> = ({ place }, scene) => {
  const operation = httpOperation(place, scene)
  return operation && { text: requestText(operation, senderOf(scene)), reason: 'the body is missing' }
}

export const showMediaType: Show<'media-type'> = ({ field, before, after, place }, scene) => {
  const operation = httpOperation(place, scene)
  const { sent: mediaType } = inOrder({ before, after }, scene)
  if (!operation || !mediaType || field !== undefined) return undefined
  const reason = `\`${mediaType.mediaType}\` is not understood`
  if (operation.requestBody?.content.includes(mediaType))
    return { text: requestText(operation, senderOf(scene), { mediaType }), reason }
  const response = operation.responses.find(({ content }) => content.includes(mediaType))
  return response && { text: responseText(response, senderOf(scene), { mediaType }), reason }
}

/** A field of a form, as whoever sends writes it, in a way that is not read any more. */
export const showEncoding: Show<'encoding'> = ({ field, before, after, place }, scene) => {
  const operation = httpOperation(place, scene)
  const found = [place.operation?.before, place.operation?.after]
    .flatMap(contentsOf)
    .flatMap(({ mediaType, encoding }) =>
      [...encoding].flatMap(([name, each]) => (each === before || each === after ? [{ mediaType, name }] : [])),
    )[0]
  const mediaType = contentsOf(operation).find((each) => each.mediaType === found?.mediaType)
  if (!operation || !mediaType || !found) return undefined
  const { name } = found
  const { sent, read } = inOrder({ before, after }, scene)
  const [contentType] = listed(sent?.contentType).filter((type) => !listed(read?.contentType).includes(type))
  const encoding = new Map(mediaType.encoding)
  if (sent && contentType !== undefined) encoding.set(name, { ...sent, contentType })
  const [writes, reads] = [encodingLanguage(name, sent), encodingLanguage(name, read)]
  const fits = (value: JsonValue): boolean => field === 'contentType' || encode(writes, value) !== encode(reads, value)
  const needs = { mediaType: { ...mediaType, encoding }, member: { name, fits } }
  return {
    text: requestText(operation, senderOf(scene), needs),
    reason: `the field \`${name}\` is read in another way`,
  }
}

function listed(types: string | undefined): readonly string[] {
  return types === undefined ? [] : types.split(',').map((type) => type.trim())
}

function contentsOf(operation: Operation | undefined): readonly MediaType[] {
  return operation?.kind === 'http' ? (operation.requestBody?.content ?? []) : []
}

/** Of what is not sent any more, nothing can be shown but what is sent in its place. */
export const showResponse: Show<'response'> = ({ before, after, place }, scene) => {
  const reason = 'this status is not expected'
  if (scene.isRead) return before && { text: responseText(before, scene.before), reason }
  const known = new Set(responsesOf(place.operation?.before).map(({ status }) => status))
  const news = [...(after ? [after] : []), ...responsesOf(place.operation?.after)]
  const response = news.find(({ status }) => isSuccess(status) && !known.has(status))
  return response && { text: responseText(response, scene.after), reason }
}

export const showHeader: Show<'header'> = ({ key, before, after, place }, scene) => {
  const has = ({ headers }: Response): boolean => headers.some((each) => each === before || each === after)
  const sides = [place.operation?.before, place.operation?.after]
  const status = sides.flatMap(responsesOf).find(has)?.status
  const response = responsesOf(inOrder(place.operation ?? {}, scene).sent).find((each) => each.status === status)
  if (!response) return undefined
  if (['header:removed', 'header.required:unset', 'header.required:set', 'header:added'].includes(key))
    return { text: responseText(response, senderOf(scene)), reason: 'the header is missing' }
  const { sent, read } = inOrder({ before, after }, scene)
  if (!sent || !read) return undefined
  const textOf = (header: typeof sent, value: JsonValue): string => encode(headerLanguage(header), value)
  const fits = (value: JsonValue): boolean => textOf(sent, value) !== textOf(read, value)
  const text = responseText(response, senderOf(scene), { header: sent, fits })
  return { text, reason: 'the value is read in another notation' }
}

function responsesOf(operation: Operation | undefined): readonly Response[] {
  return operation?.kind === 'http' ? operation.responses : []
}

/** A scheme is of all operations that want it; the first of them will do. */
export const showScheme: Show<'scheme'> = ({ before }, scene) => {
  for (const operation of scene.before.contract.operations) {
    const credentials = operation.security.find(({ schemes }) => before && schemes.has(before.name))
    if (!credentials || operation.kind !== 'http' || operation.role !== 'path') continue
    return {
      text: requestText(operation, scene.before, { credentials }),
      reason: 'these credentials do not do any more',
    }
  }
  return undefined
}

/** What is asked for a token (RFC 6749, sections 4.1 to 4.4; RFC 8628, section 3.1). */
export const showFlow: Show<'flow'> = ({ field, before }) => {
  if (!before || field !== undefined) return undefined
  const { kind, authorizationUrl, tokenUrl, deviceAuthorizationUrl } = before
  const asked = { authorizationCode: 'response_type=code', implicit: 'response_type=token' } as const
  const reason = 'no token is given on this ground any more'
  if (kind === 'authorizationCode' || kind === 'implicit')
    return { text: authorizationUrl && `GET ${authorizationUrl}?${asked[kind]}&client_id=<client>`, reason }
  const url = kind === 'deviceAuthorization' ? deviceAuthorizationUrl : tokenUrl
  const granted = { password: 'password', clientCredentials: 'client_credentials' } as const
  const body = kind === 'deviceAuthorization' ? 'client_id=<client>' : `grant_type=${granted[kind]}`
  return { text: url && `POST ${url}\nContent-Type: application/x-www-form-urlencoded\n\n${body}`, reason }
}

export const showServer: Show<'server'> = ({ field, before }, scene) =>
  before && field === undefined ? atServer(before.url, scene) : undefined

export const showServerVariable: Show<'server-variable'> = ({ action, member, before }, scene) => {
  if (action !== 'removed' || member === undefined || !before) return undefined
  for (const { url, variables } of scene.before.contract.servers)
    for (const [name, variable] of variables)
      if (variable === before) return atServer(url.replaceAll(`{${name}}`, member), scene)
  return undefined
}

/** Any operation will do that is called there. */
function atServer(url: string, { before }: Scene): Exchange | undefined {
  const operation = before.contract.operations.find(
    (each): each is HttpOperation => each.kind === 'http' && each.role === 'path',
  )
  const server = url.replace(/\/$/, '')
  return operation && { text: requestText(operation, before, { server }), reason: 'nothing answers there any more' }
}
