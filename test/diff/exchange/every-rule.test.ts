/**
 * Each break is shown by something: a payload or an exchange. What cannot be is listed in `docs/diff-exchanges.md`, with
 * the reason, and nothing else is. Asked of everything that the tests of rules know to break: the examples, the same the
 * other way round, and the cases.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/diff/index.js'
import type { DiffRule, RuleExample } from '../../../src/diff/rule.js'
import { diffRules } from '../../../src/diff/rules/index.js'
import { type RuleCase, textOf } from '../rules/support/rule-cases.js'
import { diffTexts } from '../support/diff-texts.js'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(resolve(root, 'docs/diff-exchanges.md'), 'utf8')
const never = listedUnder('## What has none')
const sometimes = listedUnder('## What has one, but not always')

function listedUnder(title: string): ReadonlySet<string> {
  const [, section = ''] = page.split(`${title}\n`)
  const [rows = ''] = section.split('\n## ')
  return new Set([...rows.matchAll(/^\| `([a-z-]+)` \| .{20,} \|$/gm)].map(([, rule = '']) => rule))
}

type Situation = Pick<RuleCase, 'before' | 'after' | 'today' | 'grace'>

const rulesFolder = resolve(import.meta.dirname, '../rules')
const cases = new Map<string, readonly Situation[]>()
for (const file of readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })) {
  const [, name] = /([a-z-]+)\.cases\.ts$/.exec(file) ?? []
  if (name === undefined) continue
  const found = (await import(resolve(rulesFolder, file))) as { readonly cases: readonly Situation[] }
  cases.set(name, found.cases)
}

/** A contract in which everything goes the other way: what was called is called by the API, what was sent is received. */
function turned(contract: string): string {
  return contract.replaceAll(
    /\b(?:receive|send|(?:publish|subscribe|paths|webhooks)(?=:))\b/g,
    (word) => opposites[word] ?? word,
  )
}

const opposites: Readonly<Record<string, string>> = {
  ...{ receive: 'send', send: 'receive', publish: 'subscribe', subscribe: 'publish' },
  ...{ paths: 'webhooks', webhooks: 'paths' },
}

function situationsOf({ name, example }: DiffRule): readonly Situation[] {
  const { before, after } = example
  const around = { before: turned(before), after: turned(after) }
  return [example, around, ...(cases.get(name) ?? []), ...(further[name] ? [further[name](example)] : [])]
}

/** Examples that do not break either way round, changed so that they do. */
const further: Readonly<Record<string, (example: RuleExample) => Situation>> = {
  'header-added': ({ before, after }) => ({
    before: turned(before),
    after: turned(after).replace('{ schema:', '{ required: true, schema:'),
  }),
  'broker-removed': ({ before, after }) => ({
    before: before.replace('two.example.com, protocol: amqp', 'two.example.com, protocol: mqtt'),
    after,
  }),
  'mqtt-binding-changed': ({ before, after }) => ({
    before: before.replace('payload:', 'bindings: { mqtt: { responseTopic: done } }, payload:'),
    after: after.replace('payload:', 'bindings: { mqtt: { responseTopic: placed } }, payload:'),
  }),
  'sqs-binding-changed': ({ before, after }) => ({
    before,
    after: after.replace('fifoQueue: false', 'fifoQueue: true'),
  }),
}

async function breaksOf(rule: DiffRule): Promise<readonly Finding[]> {
  const found = await Promise.all(
    situationsOf(rule).map(async ({ before, after, today, grace }) => {
      const options = { ...(today !== undefined && { today }), ...(grace !== undefined && { grace }) }
      const { findings } = await diffTexts(textOf(before), textOf(after), options)
      return findings.filter(({ code, level }) => code === rule.code && level === 'breaking')
    }),
  )
  return found.flat()
}

function isShown({ witness }: Finding): boolean {
  return witness !== undefined && !('unknown' in witness)
}

/** Rules whose breaks are decided by what no judge can decide: they never get further than a warning. */
const undecided: ReadonlySet<string> = new Set([
  ...['content-schema-changed', 'dynamic-reference-changed', 'foreign-schema-changed'],
])

/** The rules that have a word for a break in their source. */
const source = (name: string) => {
  const file = readdirSync(sources, { recursive: true, encoding: 'utf8' }).find((each) => each.endsWith(`/${name}.ts`))
  return readFileSync(resolve(sources, file ?? ''), 'utf8')
}
const sources = resolve(root, 'src/diff/rules')
const breaks = /'breaking'|\b(?:removalLevel|gone|byEffect|removed|defineBindingRule)\(/

describe.each(diffRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  it('shows what breaks, or is listed with the reason', async () => {
    const found = await breaksOf(rule)
    expect(found.length > 0).toBe(breaks.test(source(name)) && !undecided.has(name))
    const unshown = found.filter((finding) => !isShown(finding)).map(({ rule: said, message }) => `${said}: ${message}`)
    const isSome = unshown.length < found.length
    if (never.has(name)) expect({ isSome, isAny: found.length > 0 }).toEqual({ isSome: false, isAny: true })
    else if (sometimes.has(name))
      expect({ isSome, isAll: unshown.length === 0 }).toEqual({ isSome: true, isAll: false })
    else expect(unshown).toEqual([])
  })
})

it('nothing else is listed', () => {
  const names = new Set(diffRules.map(({ name }) => name))
  expect([...never, ...sometimes].filter((name) => !names.has(name))).toEqual([])
})
