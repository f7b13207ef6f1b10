import { type JsonObject, own } from '../../util/own.js'
import type { Origin, Retention } from '../model/index.js'
import type { Problems } from '../problem.js'
import { calendarDuration, isoDuration } from './duration.js'
import { type Extension, extensionAt, firstOf, readExtension } from './extension.js'
import { about, choice, either, flag, map, number, record, text } from './shape.js'
import { operationId, prose } from './text.js'

const periodExpected = 'an ISO 8601 duration such as `P30D`, `none` or `tenant-lifetime`'
const period = text(periodExpected, new RegExp(`${isoDuration.source}|^(?:none|tenant-lifetime)$`, 'u'), {
  maxLength: 60,
})
const within = text('an ISO 8601 duration such as `P30D`', isoDuration, { maxLength: 60 })

export const retentionShape = either(
  map(period, (value): Retention => ({ period: value })),
  record(
    {
      period: about('How long it is kept.', period),
      from: about('When the period begins: a field or an event.', prose),
      onExpiry: about('What becomes of it then.', choice(['delete', 'anonymize', 'archive'])),
      legalHold: about('Whether a legal hold may keep it longer.', flag),
      erasure: about(
        'How it is erased before that.',
        record({
          operationId: about('The operation that erases it.', operationId),
          channel: about('The channel that asks for it.', operationId),
          within: about('In which time.', within),
        }),
      ),
    },
    ['period'],
  ),
)

const days = number('a number of days', { type: 'integer', minimum: 0, maximum: 100_000 })
const daysShape = map(days, (count): Retention => ({ period: `P${count}D` }))

/** `x-data-retention`, and `x-retention`, `x-retention-days`, `30d` and `30-days` as found elsewhere. */
export function readRetention(node: JsonObject, at: Origin, problems: Problems): Extension<Retention> {
  const extension = firstOf(node, ['x-data-retention', 'x-retention', 'x-retention-days'])
  if (extension === undefined) return undefined
  const value = own(node, extension)
  const foreign = typeof value === 'string' ? calendarDuration(value) : undefined
  if (foreign !== undefined) return { value: { period: foreign }, at: extensionAt(at, extension) }
  if (extension === 'x-retention-days') {
    return readExtension(node, at, extension, daysShape, problems, 'warning')
  }
  const severity = extension === 'x-data-retention' ? 'error' : 'warning'
  return readExtension(node, at, extension, retentionShape, problems, severity)
}
