import { type FSWatcher, statSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import { isPath } from '../config/index.js'
import { inputFiles } from './contract-inputs.js'
import { type GenerateOptions, type GenerateResult, generate } from './generate.js'

/** Milliseconds that a burst of changes is given to end: editors write a file in several steps. */
const settle = 50

/**
 * Generates, and again whenever a file that took part changes, until `signal` aborts. A contract that fails keeps being
 * watched with everything it was last made of.
 */
export async function watchGenerate(
  options: GenerateOptions,
  onResult: (result: GenerateResult) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const before = stampsOf(options)
    const result = await generate(options)
    // Files that only generating made known count as they are now; the others as they were before they were read.
    const read = new Map([...stampsOf(options), ...before])
    onResult(result)
    await change(options, read, signal)
  }
}

/** Resolves when a file is not as `before` any more, or the signal aborts. */
function change(options: GenerateOptions, before: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const watchers: FSWatcher[] = []
    let timer: NodeJS.Timeout | undefined
    const finish = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      for (const watcher of watchers) watcher.close()
      done()
    }
    const look = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (differs(before, stampsOf(options))) finish()
      }, settle)
    }
    // Folders, not files: an editor that saves by renaming replaces the file that was watched.
    for (const folder of new Set(filesOf(options).map((file) => dirname(file)))) {
      try {
        watchers.push(watch(folder, look).on('error', look))
      } catch {
        // A folder that is gone cannot change; the contract's own problem says so.
      }
    }
    signal.addEventListener('abort', finish, { once: true })
    look() // Something may have changed while we were generating.
  })
}

function filesOf({ contracts }: GenerateOptions): readonly string[] {
  return contracts.flatMap((contract) => {
    const own = isPath(contract.reference) ? [contract.reference] : []
    return [...own, ...contract.overlays, ...inputFiles(contract)]
  })
}

function stampsOf(options: GenerateOptions): ReadonlyMap<string, string> {
  return new Map(filesOf(options).map((file) => [file, stamp(file)]))
}

function stamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs}/${stats.size}/${stats.ino}` : 'absent'
}

function differs(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  return [...before].some(([file, was]) => now.get(file) !== was)
}
