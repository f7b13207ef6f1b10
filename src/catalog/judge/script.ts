import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { invariant } from '../../util/invariant.js'

/**
 * The script of the threads: beside the entry points of the published package, whose code lies in a folder below them.
 *
 * @throws InvariantError from sources, which a thread cannot load.
 */
export function judgeScript(): URL {
  const script = ['./judge-worker.js', '../judge-worker.js']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)))
  invariant(script, 'the package lacks the script of its threads')
  return script
}
