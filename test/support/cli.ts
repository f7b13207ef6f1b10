import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What hangs fails, without a status. */
const mostMilliseconds = 300_000

const program = resolve(import.meta.dirname, '../../bin/run.js')

/** Runs the built command line in a folder, as a user would; without colour. `as` is for root, whom no permission stops. */
export function tenantkit(args: readonly string[], cwd: string, input = '', as?: { uid: number; gid: number }): Ran {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
  const options = { cwd, input, encoding: 'utf8', env, timeout: mostMilliseconds, maxBuffer: 2 ** 26, ...as } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options)
  return { status, stdout, stderr }
}

/** Like `tenantkit`, while this process goes on, so that it may serve what the command asks. */
export async function tenantkitBeside(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...environment }
  const child = spawn(process.execPath, [program, ...args], { cwd, env, timeout: mostMilliseconds, stdio: 'pipe' })
  child.stdin.end()
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, stdout, stderr }
}
