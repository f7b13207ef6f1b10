import { resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { replaceFile } from '../../util/replace-file.js'

/** Writes a report to a file that the user named. */
export function writeOutput(directory: string, file: string, text: string): readonly Diagnostic[] {
  return attempt(file, () => replaceFile(resolve(directory, file), text))
}

/** What the file system says against it, as a problem. */
export function attempt(file: string, act: () => void): readonly Diagnostic[] {
  try {
    act()
    return []
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return [diagnostic('TK3918', { file, reason })]
  }
}
