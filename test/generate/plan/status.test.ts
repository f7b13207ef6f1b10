import { describe, expect, it } from 'vitest'
import { responderName, statusType, statusTypeImports } from '../../../src/generate/plan/status.js'

describe('statusType', () => {
  it('is the number, or what no other key covers', () => {
    const declared = ['201', '404', '4XX', '503', 'default']
    expect(declared.map((status) => statusType(status, declared))).toEqual([
      '201',
      '404',
      'Exclude<ClientErrorStatus, 404>',
      '503',
      'Exclude<HttpStatus, 201 | 503 | ClientErrorStatus>',
    ])
    expect(statusType('default', ['default'])).toBe('HttpStatus')
    expect(statusType('2XX', ['2XX', '404'])).toBe('SuccessStatus')
  })

  it('names its imports', () => {
    expect(statusTypeImports('Exclude<HttpStatus, 201 | ClientErrorStatus>')).toEqual([
      'HttpStatus',
      'ClientErrorStatus',
    ])
    expect(statusTypeImports('201')).toEqual([])
  })
})

describe('responderName', () => {
  it('is a word for what the registry knows', () => {
    expect(['201', '404', '299', '5XX', 'default'].map(responderName)).toEqual([
      'created',
      'notFound',
      'status299',
      'status5XX',
      'other',
    ])
  })
})
