import { child, tokensOf } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonValue, own } from '../../util/own.js'
import { hasOuterReferences } from '../asyncapi/index.js'
import type { LoadOptions } from '../load.js'
import type { Contract, Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import type { Sources } from '../source/index.js'
import { createValidationCache } from './cache.js'
import type { Finding, ValidationJob } from './job.js'
import { run, workerScript } from './run.js'

/** Bytes up to which `auto` validates. */
const autoLimit = 2_000_000
const deadline = 10_000
const mostFindings = 50

type Options = Pick<LoadOptions, 'validation' | 'cwd'>

/**
 * Has the named parser of the standard judge what our own reader has accepted. Findings are warnings: the meaning is
 * clear, or the reader would have said so.
 */
export async function validateContract(
  contract: Contract,
  sources: Sources,
  problems: Problems,
  options: Options,
): Promise<void> {
  const { validation = 'auto', cwd = process.cwd() } = options
  if (validation === 'never') return
  const standard = `${contract.protocol === 'openapi' ? 'OpenAPI' : 'AsyncAPI'} ${contract.specVersion}`
  const leaveOut = (reason: string) => problems.report('TK1127', { standard, reason }, { at: contract.at })
  const obstacle = obstacleOf(contract, sources, validation)
  if (obstacle !== undefined) {
    leaveOut(obstacle)
    return
  }
  const job = jobOf(contract, sources)
  const cache = createValidationCache(cwd)
  const known = cache.get(job)
  const outcome = known ?? (await run(job, { deadline, worker: workerScript() }))
  if (!known) cache.set(job, outcome)
  if ('failed' in outcome) leaveOut(outcome.failed)
  else report(outcome.findings, standard, contract, sources, problems)
}

function obstacleOf(contract: Contract, sources: Sources, validation: 'auto' | 'always'): string | undefined {
  const size = sources.documents().reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (validation === 'auto' && size > autoLimit) return 'it is larger than 2 MB'
  if (contract.protocol === 'asyncapi' && hasOuterReferences(sources.root.value)) {
    return 'its validator reads contracts of one file only'
  }
  return undefined
}

function jobOf({ protocol, specVersion }: Contract, sources: Sources): ValidationJob {
  const others = sources.documents().filter(({ id }) => id !== sources.root.id)
  return {
    standard: protocol,
    version: protocol === 'openapi' ? specVersion.slice(0, 3) : specVersion,
    documents: [sources.root, ...others].map(({ id, value }) => ({ id, json: JSON.stringify(value) })),
  }
}

function report(
  findings: readonly Finding[],
  standard: string,
  { at }: Contract,
  sources: Sources,
  problems: Problems,
): void {
  for (const { pointer, reason } of findings.slice(0, mostFindings)) {
    const place = placeOf(pointer, sources)
    // The reader has said it better.
    if (!problems.has(place)) problems.report('TK1126', { standard, reason }, { at: place })
  }
  const more = findings.length - mostFindings
  if (more > 0) problems.report('TK1126', { standard, reason: `${more} more findings are left out` }, { at })
}

/** Where a finding really stands: the validator looks at a contract in which references have been followed. */
function placeOf(pointer: string, sources: Sources): Origin {
  let at: Origin = { document: sources.root.id, pointer: '' }
  let value: JsonValue | undefined = sources.root.value
  for (const token of tokensOf(pointer)) {
    const ref = isObject(value) ? own(value, '$ref') : undefined
    if (typeof ref === 'string' && isObject(value) && own(value, token) === undefined) {
      const target = sources.resolve(ref, at)
      if (!target) return at
      ;({ value, at } = target)
    }
    const next: JsonValue | undefined = isArray(value)
      ? value[Number(token)]
      : isObject(value)
        ? own(value, token)
        : undefined
    if (next === undefined) return at
    value = next
    at = { document: at.document, pointer: child(at.pointer, token) }
  }
  return at
}
