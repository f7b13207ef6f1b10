import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isArray, isObject, type JsonValue } from '../../util/own.js'
import type { Finding, ValidationJob, ValidationOutcome } from './job.js'

/** Remembers outcomes by the content of what was validated. */
export interface ValidationCache {
  get(job: ValidationJob): ValidationOutcome | undefined
  set(job: ValidationJob, outcome: ValidationOutcome): void
}

/** Raised when a validator, or what is made of its findings, changes. */
const generation = '2'

/** Files in `node_modules/.cache` of the working directory; nothing is kept where there is no `node_modules`. */
export function createValidationCache(cwd: string): ValidationCache {
  const modules = join(cwd, 'node_modules')
  const folder = join(modules, '.cache', 'tenantkit', 'validation')
  const fileOf = (job: ValidationJob) => join(folder, `${digest(job)}.json`)

  return {
    get(job) {
      try {
        return parse(JSON.parse(readFileSync(fileOf(job), 'utf8')) as JsonValue)
      } catch {
        // Not there, or broken: it is made again.
        return undefined
      }
    },
    set(job, outcome) {
      // What failed may succeed on a quieter machine.
      if ('failed' in outcome || !existsSync(modules)) return
      const file = fileOf(job)
      const beside = `${file}.${randomUUID()}`
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(beside, JSON.stringify(outcome))
        renameSync(beside, file)
      } catch {
        // A cache that cannot be written costs time only.
        rmSync(beside, { force: true })
      }
    },
  }
}

function digest(job: ValidationJob): string {
  const hash = createHash('sha256').update(`${generation}\n${job.standard}\n${job.version}\n`)
  for (const { id, json } of job.documents) hash.update(`${id}\n${json.length}\n`).update(json)
  return hash.digest('hex')
}

function parse(value: JsonValue): ValidationOutcome | undefined {
  const findings = isObject(value) ? value['findings'] : undefined
  return isArray(findings) && findings.every(isFinding) ? { findings: findings as unknown as Finding[] } : undefined
}

function isFinding(value: JsonValue): boolean {
  return isObject(value) && typeof value['pointer'] === 'string' && typeof value['reason'] === 'string'
}
