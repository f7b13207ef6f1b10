import { describe, expect, it } from 'vitest'
import { createRouter } from '../../../src/runtime/src/server/router.js'

const router = (...templates: readonly string[]): ((target: string) => unknown) => {
  const operations = templates.map((template) => {
    const [method = '', path = ''] = template.split(' ')
    return { method, path, template }
  })
  const made = createRouter(operations)
  return (target) => {
    const [method = '', path = ''] = target.split(' ')
    const found = made.find(method, path)
    if ('operation' in found) return [found.operation.template, { ...found.path }]
    return 'allow' in found ? found.allow.join() : found.status
  }
}

describe('createRouter', () => {
  it('prefers fixed segments at each step, and takes back what leads nowhere', () => {
    const find = router('GET /orders/{id}', 'GET /orders/mine', 'GET /orders/{id}/lines', 'GET /{any}/mine/lines')
    expect(find('GET /orders/mine')).toEqual(['GET /orders/mine', {}])
    expect(find('GET /orders/o1')).toEqual(['GET /orders/{id}', { id: 'o1' }])
    expect(find('GET /orders/mine/lines')).toEqual(['GET /orders/{id}/lines', { id: 'mine' }])
    expect(find('GET /x/mine/lines')).toEqual(['GET /{any}/mine/lines', { any: 'x' }])
    expect(find('GET /orders')).toBe(404)
  })

  it('prefers a template that has the method', () => {
    const find = router('POST /orders/mine', 'GET /orders/{id}')
    expect(find('GET /orders/mine')).toEqual(['GET /orders/{id}', { id: 'mine' }])
    expect(find('DELETE /orders/mine')).toBe('GET,HEAD,OPTIONS,POST')
  })

  it('reads several parameters of one segment', () => {
    const find = router('GET /files/{name}.{ext}', 'GET /files/{name}', 'GET /{from}-{to}', 'POST /jobs/{id}:run')
    expect(find('GET /files/a.b.c')).toEqual(['GET /files/{name}.{ext}', { name: 'a', ext: 'b.c' }])
    expect(find('GET /files/a')).toEqual(['GET /files/{name}', { name: 'a' }])
    expect(find('GET /files/.c')).toEqual(['GET /files/{name}', { name: '.c' }])
    expect(find('GET /a--b')).toEqual(['GET /{from}-{to}', { from: 'a', to: '-b' }])
    expect(find('POST /jobs/7:run')).toEqual(['POST /jobs/{id}:run', { id: '7' }])
    expect(find('POST /jobs/7%3Arun')).toBe(404)
    expect(find('POST /jobs/:run')).toBe(404)
  })

  it('gives parameters as they were sent, and neither adds nor drops slashes', () => {
    const find = router('GET /orders/{id}', 'GET /ä/{id}/')
    expect(find('GET /orders/gr%C3%BCn')).toEqual(['GET /orders/{id}', { id: 'gr%C3%BCn' }])
    expect(find('GET /orders/o1/')).toBe(404)
    expect(find('GET //orders/o1')).toBe(404)
    expect(find('GET /orders/')).toBe(404)
    expect(find('GET /%C3%A4/1/')).toEqual(['GET /ä/{id}/', { id: '1' }])
  })

  it('keeps names of templates apart from the machinery of objects', () => {
    expect(router('GET /{__proto__}/{constructor}')('GET /a/b')).toEqual([
      'GET /{__proto__}/{constructor}',
      Object.defineProperty({ constructor: 'b' }, '__proto__', { value: 'a', enumerable: true }),
    ])
    expect(router('GET /constructor')('GET /toString')).toBe(404)
  })

  it('T15 refuses what could be read as another path', () => {
    const find = router('GET /{a}/{b}')
    for (const path of [
      '/a/..',
      '/a/.',
      '/%2e/b',
      '/a/%2E%2e',
      '/a%2fc/b',
      '/a/%5C',
      '/a/b\\c',
      '/a/%00',
      '/a/%',
      '/a/%c0%ae',
      'a/b',
      '*',
    ]) {
      expect(find(`GET ${path}`)).toBe(400)
    }
    expect(find('GET /a/...')).toEqual(['GET /{a}/{b}', { a: 'a', b: '...' }])
  })

  it('does not slow down on long paths of many choices', () => {
    const deep = Array.from(
      { length: 12 },
      (_, depth) => `GET ${'/{x}'.repeat(depth)}/a${'/{y}'.repeat(11 - depth)}/end`,
    )
    expect(router(...deep)(`GET ${'/a'.repeat(2000)}`)).toBe(404)
  })
})
