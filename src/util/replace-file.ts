import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file beside its place and renames it: whoever reads sees all of the old text or all of the new. Folders are
 * made; a link stays one, and its target gets the text; a pipe or a device is written to.
 *
 * @throws the error of the file system; then the file is as it was.
 */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const known = statSync(path, { throwIfNoEntry: false })
  if (known && !known.isFile()) {
    writeFileSync(path, text)
    return
  }
  const place = known ? realpathSync(path) : path
  const beside = `${place}.tenantkit-${process.pid}`
  try {
    writeFileSync(beside, text, { flag: 'wx' })
    renameSync(beside, place)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
