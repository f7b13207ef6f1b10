/**
 * The edit space: every edit that can be made to a contract, enumerated from the tables of its fields. Each is claimed by
 * a rule or waived with a reason, and the tables know every type and every field of the contract model, so that what is
 * new in the model is decided upon before it can be merged.
 */
import { readdirSync } from 'node:fs'
import { Project } from 'ts-morph'
import { describe, expect, it } from 'vitest'
import type { EditKey } from '../../src/diff/edit/edit.js'
import { fields } from '../../src/diff/edit/fields.js'
import { type Plan, plans } from '../../src/diff/edit/plans.js'
import { waivers } from '../../src/diff/edit/waivers.js'
import { diffRules } from '../../src/diff/index.js'

const space = Object.entries(fields).flatMap(([node, table]) => [
  `${node}:added`,
  `${node}:removed`,
  ...Object.entries<Plan>(table).flatMap(([field, plan]) =>
    typeof plan === 'string' ? plans[plan].map((action) => `${node}.${field}:${action}`) : [],
  ),
])
const claimed = new Set<string>(diffRules.flatMap(({ claims }) => claims))
const waived = new Set(Object.keys(waivers))

describe('the edit space', () => {
  it('has every edit claimed by a rule or waived with a reason', () => {
    expect(space.filter((key) => !claimed.has(key) && !waived.has(key))).toEqual([])
  })

  it('has no edit that is claimed and waived', () => {
    expect([...waived].filter((key) => claimed.has(key))).toEqual([])
  })

  it('has no claim and no waiver of what cannot happen', () => {
    const known = new Set(space)
    expect([...claimed, ...waived].filter((key) => !known.has(key))).toEqual([])
  })

  it('has a reason for every waiver', () => {
    const reasons = [
      ...(Object.entries(waivers) as [EditKey, string][]).map(([key, reason]) => ({ key, reason })),
      ...Object.entries(fields).flatMap(([node, table]) =>
        Object.entries<Plan>(table).flatMap(([field, plan]) =>
          typeof plan === 'string' ? [] : [{ key: `${node}.${field}`, reason: plan.waived }],
        ),
      ),
    ]
    expect(reasons.filter(({ reason }) => reason.trim().split(' ').length < 3)).toEqual([])
  })

  it('names each rule, its file and its code once', () => {
    const twice = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index)
    expect(twice(diffRules.map(({ code }) => code))).toEqual([])
    expect(twice(diffRules.map(({ name }) => name))).toEqual([])
    const files = readdirSync(new URL('../../src/diff/rules/', import.meta.url), { recursive: true, encoding: 'utf8' })
    const names = new Set(files.map((file) => file.replace(/^.*[/\\]/, '')))
    expect(diffRules.filter(({ name }) => !names.has(`${name}.ts`)).map(({ name }) => name)).toEqual([])
  })
})

/** Types of the model that are no nodes: values that are compared as a whole, parts of such, and types of fields. */
const values: readonly string[] = [
  'Annotated',
  'BindingField',
  'Classification',
  'DataFlow',
  'Discriminator',
  'Idempotency',
  'Lifecycle',
  'Masking',
  'OperationBase',
  'Origin',
  'Owner',
  'Residency',
  'Resilience',
  'Retention',
  'SchemeBase',
  'SecurityRequirement',
  'TenantKey',
  'TenantScope',
]

/** Where a node has another name than its type. */
const nodeNames: Readonly<Record<string, string>> = {
  DataPolicy: 'policy',
  HttpOperation: 'operation',
  OAuthFlow: 'flow',
  RequestBody: 'body',
}

describe('the contract model', () => {
  const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { strict: true } })
  const files = project.addSourceFilesAtPaths('src/contract/model/*.ts')
  const declared = files.flatMap((file) =>
    file.getInterfaces().map((each) => ({
      name: each.getName(),
      // With what it inherits.
      members: each
        .getType()
        .getProperties()
        .map((property) => property.getName()),
    })),
  )

  it('is all of nodes with a table, and of values', () => {
    expect(declared.length).toBeGreaterThan(30)
    expect(declared.filter(({ name }) => !values.includes(name) && !Object.hasOwn(fields, nodeOf(name)))).toEqual([])
    expect(values.filter((value) => !declared.some(({ name }) => name === value))).toEqual([])
  })

  it.each(declared.filter(({ name }) => !values.includes(name)))(
    'has no field of $name that its table does not name',
    ({ name, members }) => {
      const table: Readonly<Record<string, Plan>> = fields[nodeOf(name) as keyof typeof fields]
      expect(Object.keys(table).sort()).toEqual([...members].sort())
    },
  )

  it('has no field of a security scheme that its table does not name', () => {
    const union = files.flatMap((file) => file.getTypeAlias('SecurityScheme') ?? [])[0]?.getType()
    const members = union?.getUnionTypes().flatMap((type) => type.getProperties().map((property) => property.getName()))
    expect(Object.keys(fields.scheme).sort()).toEqual([...new Set(members)].sort())
  })
})

function nodeOf(name: string): string {
  return nodeNames[name] ?? name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()
}
