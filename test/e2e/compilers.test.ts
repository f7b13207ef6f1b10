import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { tenantkit } from '../support/cli.js'
import { generated } from './support/generated.js'
import { parameterContract } from './support/parameter-contract.js'

/** What the command line writes for the contracts of `contracts/` compiles under every flag, on every TypeScript promised. */
const repository = resolve(import.meta.dirname, '../..')
const home = join(repository, '.tmp/compilers')
const compilers = { 5.9: 'typescript-5.9', 6: 'typescript', 7: 'typescript-7' } as const

const outputs = {
  orders: ['contracts/orders.openapi.yaml', '-t', 'types,client,server'],
  'orders-v1': ['contracts/orders.v1.openapi.yaml', '-t', 'types,client,server'],
  museum: [
    'contracts/third-party/redocly-museum/openapi.yaml',
    '--overlay',
    'contracts/overlays/redocly-museum.overlay.yaml',
    '-t',
    'types,client,server',
  ],
  events: ['contracts/order-events.asyncapi.yaml', '-t', 'types'],
} as const

beforeAll(async () => {
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  for (const [name, args] of Object.entries(outputs)) {
    const ran = tenantkit(['generate', ...args, '-o', join(home, name)], repository)
    if (ran.status !== 0) throw new Error(ran.stdout + ran.stderr)
  }
  const parameters = await generated('parameters', parameterContract)
  writeFileSync(
    join(home, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['**/*.ts', `${parameters}/**/*.ts`] }),
  )
}, 120_000)

describe.each(Object.entries(compilers))('TypeScript %s', (_, compiler) => {
  it('finds nothing', async () => {
    const program = join(repository, 'node_modules', compiler, 'bin/tsc')
    const { stdout } = await promisify(execFile)(process.execPath, [program, '-p', home], { maxBuffer: 1e8 }).catch(
      (failure: unknown) => failure as { stdout: string },
    )
    expect(stdout).toBe('')
  }, 120_000)
})

/** The runtime is found as its users find it: by its package, built. */
const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: true,
}
