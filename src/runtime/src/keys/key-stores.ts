import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WrappedKey, WrappedKeyStore } from './envelope-keys.js'

/** Wrapped keys that are gone with this process: for tests. */
export function memoryKeyStore(): WrappedKeyStore {
  const owners = new Map<string, readonly WrappedKey[]>()
  return {
    load: async (owner) => owners.get(owner) ?? [],
    async append(owner, key, count) {
      const keys = owners.get(owner) ?? []
      if (keys.length !== count) return false
      owners.set(owner, [...keys, key])
      return true
    },
    async remove(owner) {
      owners.delete(owner)
    },
  }
}

/**
 * Wrapped keys in a folder, one file for each key, readable by their owner only. Several processes may share it. For
 * development, and for services on one machine.
 */
export function folderKeyStore(path: string): WrappedKeyStore {
  return {
    async load(owner) {
      const folder = join(path, owner)
      const names = (await namesIn(folder)).sort(
        (left, right) => Number.parseInt(left, 10) - Number.parseInt(right, 10),
      )
      return Promise.all(
        names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as WrappedKey),
      )
    },
    async append(owner, key, count) {
      const folder = join(path, owner)
      if ((await namesIn(folder)).length !== count) return false
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Written beside and linked, so that nobody reads half a key; a link to a name that exists fails.
      const draft = join(folder, `.${randomUUID()}`)
      await writeFile(draft, JSON.stringify(key), { mode: 0o600, flag: 'wx' })
      try {
        await link(draft, join(folder, `${count}.json`))
        return true
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false
        throw error
      } finally {
        await unlink(draft)
      }
    },
    remove: (owner) => rm(join(path, owner), { recursive: true, force: true }),
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^\d+\.json$/.test(name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
