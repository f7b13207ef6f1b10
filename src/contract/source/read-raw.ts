import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createBudget } from './budget.js'
import { readArgument } from './input/read-argument.js'
import { defaultLimits } from './limits.js'
import type { RawDocument } from './open-document.js'
import type { SourceOptions } from './open-sources.js'

/** The bytes that an argument on this machine names, not looked into; undefined when they cannot be read. */
export async function readRaw(
  reference: string,
  { cwd = process.cwd(), root, stdin, catalog }: Pick<SourceOptions, 'cwd' | 'root' | 'stdin' | 'catalog'>,
): Promise<RawDocument | undefined> {
  const exists = (path: string) => existsSync(resolve(cwd, path))
  const raw = await readArgument(
    reference,
    { cwd, root, stdin, catalog, exists },
    createBudget(defaultLimits, () => 0),
  )
  return 'code' in raw ? undefined : raw
}
