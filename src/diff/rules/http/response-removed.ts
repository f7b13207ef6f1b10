import type { Response } from '../../../contract/model/index.js'
import { classOf, isSuccess } from '../../http/status.js'
import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'
import { gone } from './gone.js'

export const responseRemoved = defineDiffRule({
  code: 'TK3141',
  name: 'response-removed',
  category: 'structural',
  claims: ['response:removed'],
  summary: 'An answer is not there any more.',
  message: '{what}',
  help: 'Keep answering with it until {next}.',
  why: 'Callers wait for the success that was promised and get another one. An error that is not declared any more is one case less to handle. What a webhook may answer is the other way round: whoever answers with a status that the API does not know any more is not understood.',
  example: {
    before: operation(
      'post /orders',
      'createOrder',
      "responses: { '200': { description: Done. }, '201': { description: Created. } }",
    ),
    after: operation('post /orders', 'createOrder', "responses: { '201': { description: Created. } }"),
    finds: ['breaking response-removed POST /orders: the response `200` was removed'],
  },
  judge: ({ before, after, place }, context) => {
    const status = before?.status ?? ''
    if (after) {
      const what = `the response \`${status}\` is part of \`${after.status}\` now, not described by itself`
      return { level: 'info', params: { what } }
    }
    const { operation: pair } = place
    const others = pair?.before?.kind === 'http' ? pair.before.responses : []
    const isNeeded =
      meansSuccess(status, others) && !isNarrowed(status, pair?.after?.kind === 'http' ? pair.after.responses : [])
    const less = place.direction === 'consumed' ? 'warning' : 'info'
    return {
      ...gone(isNeeded ? 'breaking' : less, [before, pair?.before], context),
      params: { what: `the response \`${status}\` was removed` },
    }
  },
})

/** `default` alone stands for success as well. */
function meansSuccess(status: string, responses: readonly Response[]): boolean {
  return isSuccess(status) || (status === 'default' && !responses.some((each) => isSuccess(each.status)))
}

/** A range whose place a status of it has taken: what may come now could come before. */
function isNarrowed(status: string, after: readonly Response[]): boolean {
  if (status === 'default') return after.length > 0
  return status.endsWith('XX') && after.some((each) => classOf(each.status) === classOf(status))
}
