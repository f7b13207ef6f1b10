/**
 * What a module reads it cannot do without: a generated type loses one property after the other, and wherever a module
 * does not compile any more the scan must have said that it uses this property, on the way of one of its operations.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { snippets } from './snippets.js'
import { openMutants, openSnippets, ordersFolder, type Used, usedBy } from './support/scan-snippet.js'

/** Where the types of the sample are found in its answers. */
const places: Readonly<Record<string, readonly string[]>> = {
  'types/order.ts': ['', 'items'],
  'types/order-line.ts': ['lines', 'items.lines'],
  'types/card-payment.ts': ['payment', 'items.payment'],
  'types/address.ts': ['shipTo', 'items.shipTo'],
  'types/order-page.ts': [''],
  'types/problem.ts': [''],
  'types/order-event.ts': [''],
}

const property = /^ {2}readonly (\w+)\??: .*$/gm

describe('what cannot be left out', () => {
  const scan = openSnippets('used')
  const used = snippets.map(({ text, others }) => usedBy(scan(text, others)))
  const texts = snippets.map(({ text }) => text)
  const brokenBy = openMutants('mutants', texts, Object.assign({}, ...snippets.map(({ others }) => others)))

  it.each(Object.entries(places))('is reported: %s', (file, prefixes) => {
    const text = readFileSync(join(ordersFolder, file), 'utf8')
    const mutants = [...text.matchAll(property)].map(([line, name = '']) => ({ name, text: text.replace(line, '') }))
    const found = mutants.flatMap((mutant) =>
      brokenBy(file, mutant.text).map((index) => ({ index, name: mutant.name })),
    )
    const missed = found.filter(({ index, name }) => !isUsed(used[index] ?? {}, name, prefixes))
    expect(missed.map(({ index, name }) => `${snippets[index]?.name}: ${name}`)).toEqual([])
    expect(found.length).toBeGreaterThan(0)
  })
})

function isUsed(used: Used, name: string, prefixes: readonly string[]): boolean {
  return Object.values(used).some((fields) => {
    if (fields === '*') return true
    return prefixes.some((prefix) => {
      const path = prefix === '' ? name : `${prefix}.${name}`
      return fields.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`))
    })
  })
}
