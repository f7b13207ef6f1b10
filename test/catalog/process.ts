import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export interface CatalogProcess {
  readonly url: string
  readonly metricsUrl: string | undefined
  /** What it printed on stdout so far; with `--init` on a new database there is a token in it. */
  printed(): string
  /** Events of its log so far. */
  readonly events: readonly Readonly<Record<string, unknown>>[]
  /** Sends the signal, and resolves with how it ended when it has. */
  stop(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
}

const program = resolve(import.meta.dirname, '../../bin/run.js')
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** `tenantkit catalog serve` as users run it, on a port that is free. Resolves when it listens. */
export function catalogProcess(
  folder: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<CatalogProcess> {
  const child = spawn(process.execPath, [program, 'catalog', 'serve', '--port', '0', ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const isKnown = existsSync(join(folder, 'catalog.db'))
  const events: Record<string, unknown>[] = []
  let printed = ''
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.once('close', (code, signal) => {
      running.delete(child)
      done({ code, signal })
    })
  })
  const printsToken = args.includes('--init') && !isKnown
  return new Promise((done, fail) => {
    const listen = ({ url, metrics }: Readonly<Record<string, string>>) =>
      done({
        url: url ?? '',
        metricsUrl: metrics,
        printed: () => printed,
        events,
        stop(signal = 'SIGTERM') {
          child.kill(signal)
          return ended
        },
      })
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!line.startsWith('{')) {
        complaint += `${line}\n`
        return
      }
      const event = JSON.parse(line)
      events.push(event)
      if (event.event !== 'listening') return
      // Two pipes have no order between them.
      if (printsToken && printed === '') child.stdout.once('data', () => listen(event))
      else listen(event)
    })
    void ended.then(({ code }) => fail(new Error(`it ended with ${code}: ${complaint}`)))
  })
}
