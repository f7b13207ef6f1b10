import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  /** User and system CPU seconds of the process, its threads included. */
  readonly cpu: number
  /** Peak resident memory in MB. */
  readonly memory: number
  readonly status: number | null
  readonly stderr: string
}

/** Runs one Node process to its end and reads what it used from the process itself, as it exits. */
export function measure(args: readonly string[], cwd: string): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'tenantkit-measure-'))
  const hook = join(folder, 'hook.cjs')
  const report = join(folder, 'usage.json')
  writeFileSync(
    hook,
    `const { isMainThread } = require('node:worker_threads')
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  require('node:fs').writeFileSync(${JSON.stringify(report)}, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }))
})\n`,
  )
  try {
    const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], { cwd, encoding: 'utf8' })
    const usage = JSON.parse(readFileSync(report, 'utf8')) as { cpu: number; memory: number }
    return { ...usage, status, stderr }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((before, after) => before - after)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
