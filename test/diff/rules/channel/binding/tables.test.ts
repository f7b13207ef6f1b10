/**
 * The bindings of AsyncAPI are published as JSON Schemas, version by version. Every field that any of them knows must be
 * decided about: a field that is forgotten would be a warning that nobody can act on.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowOf } from '../../../../../src/diff/rules/channel/binding/binding-table.js'
import { bindingTables } from '../../../../../src/diff/rules/channel/binding/index.js'

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@asyncapi/specs')), 'bindings')
const levels = ['server', 'channel', 'operation', 'message'] as const

interface Published {
  readonly properties?: Readonly<Record<string, unknown>>
}

const published = [...bindingTables.keys()].flatMap((protocol) => {
  const home = path.join(folder, protocol === 'ws' ? 'websockets' : protocol)
  return versionsOf(home).flatMap((version) =>
    levels.flatMap((level) => {
      const file = path.join(home, version, `${level}.json`)
      const { properties = {} } = readIfThere(file)
      return Object.keys(properties)
        .filter((name) => name !== 'bindingVersion')
        .map((field) => ({ protocol, version, level, field }))
    }),
  )
})

function versionsOf(home: string): readonly string[] {
  return readdirSync(home).filter((name) => /^\d/.test(name))
}

function readIfThere(file: string): Published {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Published
  } catch {
    return {}
  }
}

/** Whether the field, or else everything in it that is known, has a row. */
function isDecided(protocol: string, level: (typeof levels)[number], field: string): boolean {
  const table = bindingTables.get(protocol) ?? {}
  return (
    rowOf(table, level, field) !== undefined ||
    Object.keys(table[level] ?? {}).some((row) => row.startsWith(`${field}.`))
  )
}

describe('binding tables', () => {
  it('know every field that AsyncAPI publishes', () => {
    expect(published.length).toBeGreaterThan(100)
    expect(published.filter(({ protocol, level, field }) => !isDecided(protocol, level, field))).toEqual([])
  })

  it('know every published protocol', () => {
    const protocols = readdirSync(folder).filter((name) => versionsOf(path.join(folder, name)).length > 0)
    expect(protocols.map((name) => (name === 'websockets' ? 'ws' : name)).sort()).toEqual(
      [...bindingTables.keys()].sort(),
    )
  })

  it('give a reason for each row', () => {
    const reasons = [...bindingTables.values()].flatMap((table) =>
      levels.flatMap((level) => Object.values(table[level] ?? {}).map(({ why }) => why)),
    )
    expect(reasons.filter((why) => !/^[A-Z].*\.$/.test(why))).toEqual([])
  })
})
