import { describe, expect, it } from 'vitest'
import { createImports } from '../../../src/generate/render/imports.js'

const runtime = '@tenantkit/runtime/gen1'

describe('imports', () => {
  it('are sorted, packages first, and types only where they are', () => {
    const imports = createImports({ module: 'operations/orders', declared: [] })
    imports.type('types/order', 'Order')
    imports.type('types/address', 'Address')
    imports.value(runtime, 'paged')
    imports.type(runtime, 'Transport')
    imports.type('types/order', 'Order')
    expect(imports.statements()).toBe(`import { type Transport, paged } from '@tenantkit/runtime/gen1'
import type { Address } from '../types/address.js'
import type { Order } from '../types/order.js'
`)
  })

  it('keep clear of what the module declares, of each other and of the module itself', () => {
    const imports = createImports({ module: 'types/order', declared: ['Order', 'Result', 'ResultType'] })
    expect(imports.type('types/order', 'Order')).toBe('Order')
    expect(imports.type(runtime, 'Result')).toBe('ResultType2')
    expect(imports.type('types/a', 'Same')).toBe('Same')
    expect(imports.type('types/b', 'Same')).toBe('SameType')
    expect(imports.statements()).toBe(`import type { Result as ResultType2 } from '@tenantkit/runtime/gen1'
import type { Same } from './a.js'
import type { Same as SameType } from './b.js'
`)
  })

  it('forget what was dropped', () => {
    const imports = createImports({ module: 'types/order', declared: [] })
    imports.type('types/a', 'A')
    const mark = imports.mark()
    imports.type('types/b', 'B')
    imports.type('types/a', 'A')
    imports.restore(mark)
    expect(imports.statements()).toBe("import type { A } from './a.js'\n")
  })

  it('break a long list', () => {
    const imports = createImports({ module: 'client', declared: [] })
    for (let index = 10; index < 24; index++) imports.type(runtime, `TypeNumber${index}`)
    expect(imports.statements().split('\n').slice(0, 2)).toEqual(['import type {', '  TypeNumber10,'])
  })
})
