import type { MediaType, Operation, Response, Schema } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import type { Place } from '../edit/edit.js'
import { isSuccess } from '../http/status.js'
import { encode, encodingLanguage, parameterText } from '../wire/index.js'
import { requestText, writtenParameter } from './request-text.js'
import { headerText, responsesOf, responseText } from './response-text.js'
import type { Samples } from './samples.js'
import { type Exchange, httpOperation, inOrder, type Scene, type Show, senderOf } from './scene.js'

export const showOperation: Show<'operation'> = ({ action, field, key, before, after }, scene) => {
  const isGone = action === 'removed' && field === undefined
  if (!before || !(isGone || key === 'operation.path:changed' || key === 'operation.method:changed')) return undefined
  const text = requestText(before, scene.before)
  if (before.role === 'path') return { text, reason: 'nothing answers there any more' }
  const reason = isGone ? 'nobody sends it any more' : 'it is sent as another one'
  return { text, reason, outcome: 'gone', now: isGone ? undefined : after && requestText(after, scene.after) }
}

export const showParameter: Show<'parameter'> = ({ key, before, after, place }, scene) => {
  const operation = httpOperation(place, scene)
  if (!operation) return undefined
  const samples = senderOf(scene)
  const { sent, read } = inOrder({ before, after }, scene)
  const missing = scene.isRead
    ? ['parameter:added', 'parameter.required:set']
    : ['parameter:removed', 'parameter.required:unset']
  if (missing.includes(key))
    return { text: requestText(operation, samples), reason: `the ${(after ?? before)?.in ?? ''} parameter is missing` }
  if (!sent) return undefined
  if (key === 'parameter.allowEmptyValue:unset') {
    const text = `${encodeURIComponent(sent.name)}=`
    return { text: requestText(operation, samples, { parameter: sent, text }), reason: 'the value is missing' }
  }
  if (key === 'parameter:removed' || !read) {
    const reason = 'the parameter is not read there any more'
    return { text: requestText(operation, samples, { parameter: sent }), reason }
  }
  if (!sent.schema && !sent.content && read.schema) {
    const value = refusedBy(read.schema, scene.isRead ? scene.after : scene.before)
    if (value === undefined) return undefined
    const text = requestText(operation, samples, { parameter: sent, text: writtenParameter(sent, value) })
    return { text, reason: 'the value is not one of those that are read' }
  }
  const fits = (value: JsonValue): boolean => parameterText(sent, value) !== parameterText(read, value)
  const text = requestText(operation, samples, { parameter: sent, fits })
  return { text, reason: 'the value is read in another notation', outcome: 'misread' }
}

/** A text that a schema refuses, and that is nothing else: no reader takes it for a number or an object. */
function refusedBy(schema: Schema, samples: Samples): string | undefined {
  const texts = ['a', 'abc', 'abcdefgh', 'a'.repeat(40), 'a'.repeat(300)]
  return texts.find((text) => !samples.accepts(schema, text) && !samples.accepts(schema, [text]))
}

export const showBody: Show<'body'> = ({ place }, scene) => {
  const operation = httpOperation(place, scene)
  return operation && { text: requestText(operation, senderOf(scene)), reason: 'the body is missing' }
}

export const showMediaType: Show<'media-type'> = ({ field, before, after, place }, scene) => {
  const operation = httpOperation(place, scene)
  const { sent: mediaType, read } = inOrder({ before, after }, scene)
  if (!operation || field !== undefined) return undefined
  if (!mediaType) return read && goneAnswer(read, place, scene)
  const reason = `\`${mediaType.mediaType}\` is not understood`
  if (operation.requestBody?.content.includes(mediaType))
    return { text: requestText(operation, senderOf(scene), { mediaType }), reason }
  const response = operation.responses.find(({ content }) => content.includes(mediaType))
  return response && { text: responseText(response, senderOf(scene), { mediaType }), reason }
}

/** An answer as it was, in a type that it does not come in any more. */
function goneAnswer(mediaType: MediaType, { operation }: Place, { before: samples }: Scene): Exchange | undefined {
  const response = responsesOf(operation?.before).find(({ content }) => content.includes(mediaType))
  const reason = `no answer comes as \`${mediaType.mediaType}\` any more`
  return response && { text: responseText(response, samples, { mediaType }), reason, outcome: 'gone' }
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
  const needs = { mediaType: { ...mediaType, encoding }, member: { path: [name], fits } }
  return {
    text: requestText(operation, senderOf(scene), needs),
    reason: `the field \`${name}\` is read in another way`,
    outcome: 'misread',
  }
}

function listed(types: string | undefined): readonly string[] {
  return types === undefined ? [] : types.split(',').map((type) => type.trim())
}

function contentsOf(operation: Operation | undefined): readonly MediaType[] {
  return operation?.kind === 'http' ? (operation.requestBody?.content ?? []) : []
}

/** Of what is not sent any more: what is sent in its place, where the contract says what that is. */
export const showResponse: Show<'response'> = ({ before, after, place }, scene) => {
  const reason = 'this status is not expected'
  if (scene.isRead) return before && { text: responseText(before, scene.before), reason }
  const known = new Set(responsesOf(place.operation?.before).map(({ status }) => status))
  const news = [...(after ? [after] : []), ...responsesOf(place.operation?.after)]
  const response = news.find(({ status }) => isSuccess(status) && !known.has(status))
  if (response) return { text: responseText(response, scene.after), reason }
  return (
    before && { text: responseText(before, scene.before), reason: 'no such answer comes any more', outcome: 'gone' }
  )
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
  const fits = (value: JsonValue): boolean => headerText(sent, value) !== headerText(read, value)
  const text = responseText(response, senderOf(scene), { header: sent, fits })
  return { text, reason: 'the value is read in another notation', outcome: 'misread' }
}
