import { relative } from 'node:path'

/** What is used of the JSON report of Vitest. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
    }[]
  }[]
}

export const adapters = ['node', 'fetch', 'fastify', 'hono', 'express'] as const
type Adapter = (typeof adapters)[number]

interface Seen {
  readonly on: Map<Adapter, boolean>
  /** Folders of `test/` whose tests reach the code itself. */
  readonly elsewhere: Map<string, boolean>
}

export function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(/\bT(?:[1-9]|[1-9]\d|1[01]\d|120)\b/g)].map(([number]) => number)
}

/** By number, where it passes or fails. Skipped tests say nothing. */
export function collect({ testResults }: TestReport, root: string): ReadonlyMap<string, Seen> {
  const all = new Map<string, Seen>()
  for (const { name, assertionResults } of testResults) {
    const folder = relative(root, name).split('/').slice(1, -1).join('/')
    for (const { ancestorTitles, title, status } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') continue
      const titles = [...ancestorTitles, title]
      const adapter = adapterOf(titles, folder)
      for (const number of new Set(numbersIn(titles.join(' ')))) {
        const seen = all.get(number) ?? { on: new Map(), elsewhere: new Map() }
        all.set(number, seen)
        if (adapter) note(seen.on, adapter, status === 'passed')
        else note(seen.elsewhere, folder, status === 'passed')
      }
    }
  }
  return all
}

/** `over node`, `adapter: node`, or the tests of one adapter. */
function adapterOf(titles: readonly string[], folder: string): Adapter | undefined {
  if (folder !== 'runtime/adapters') return undefined
  const words = titles.join(' ').split(/[\s:]+/)
  return adapters.find((adapter) => words.includes(adapter))
}

function note<Key>(places: Map<Key, boolean>, key: Key, holds: boolean): void {
  places.set(key, holds && (places.get(key) ?? true))
}
