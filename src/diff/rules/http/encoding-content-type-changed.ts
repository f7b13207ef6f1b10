import { covers } from '../../http/media-type.js'
import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { polarityAt } from './polarity.js'

export const encodingContentTypeChanged = defineDiffRule({
  code: 'TK3130',
  name: 'encoding-content-type-changed',
  directional: true,
  category: 'structural',
  claims: ['encoding.contentType:changed'],
  summary: 'A part of a body has another media type.',
  message: 'the {location} is sent as `{to}`, not as `{from}` any more',
  help: 'Take both until {next}.',
  why: 'The part arrives in a media type that the reader does not expect. What is not written has the default of the standard, so writing the default out is no change.',
  example: {
    before: createOrder(`requestBody:
  content:
    multipart/form-data:
      schema: { type: object, properties: { photo: { type: string, format: binary } } }
      encoding: { photo: { contentType: 'image/png, image/jpeg' } }`),
    after: createOrder(`requestBody:
  content:
    multipart/form-data:
      schema: { type: object, properties: { photo: { type: string, format: binary } } }
      encoding: { photo: { contentType: image/png } }`),
    finds: [
      'breaking request-encoding-content-type-changed POST /orders: the field `photo` of the request body is sent as `image/png`, not as `image/jpeg, image/png` any more',
    ],
  },
  judge: ({ from, to, place }) => {
    const [was, is] = [String(from), String(to)]
    const [sent, read] = polarityAt(place) === 'input' ? [was, is] : [is, was]
    const ranges = read.split(', ')
    const isTaken = sent.split(', ').every((type) => ranges.some((range) => covers(range, type)))
    return {
      level: isTaken ? 'info' : 'breaking',
      params: { location: place.location ?? 'part', from: was, to: is },
    }
  },
})
