import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The script of the threads: beside the entry points of the published package, whose code lies in a folder below them.
 * Undefined when running from sources, which a thread cannot load.
 */
export function judgeScript(from: string = import.meta.url): URL | undefined {
  return ['./judge-worker.js', '../judge-worker.js']
    .map((path) => new URL(path, from))
    .find((url) => existsSync(fileURLToPath(url)))
}
