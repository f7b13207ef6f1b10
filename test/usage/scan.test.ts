import { describe, expect, it } from 'vitest'
import { snippets } from './snippets.js'
import { openSnippets, usedBy } from './support/scan-snippet.js'

describe('usage of a generated client', () => {
  const scan = openSnippets('scan')

  it.each(snippets)('$name', ({ text, others, used }) => {
    // All fields are written as `['*']`.
    const expected = Object.fromEntries(
      Object.entries(used).map(([operation, fields]) => [operation, fields[0] === '*' ? '*' : fields]),
    )
    expect(usedBy(scan(text, others))).toEqual(expected)
  })
})
