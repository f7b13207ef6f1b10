import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createJudgePool, judgeScript } from '../../catalog/judge/index.js'
import type { CatalogStore } from '../../catalog/store/index.js'
import { exportStore } from '../../catalog/web/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { toolVersion } from '../tool-version.js'
import { type KeepOptions, withExisting } from './existing-database.js'

export interface WritePagesOptions extends KeepOptions {
  /** Whose contracts everybody who reads the folder may know. */
  readonly organisation: string
}

/** Writes the pages of an organisation into a folder that needs no server. Either all of it is there, or nothing. */
export function writePages({ organisation, ...options }: WritePagesOptions): Promise<readonly Diagnostic[]> {
  return withExisting(options, async (store, folder) => {
    if (!(await store.organisations()).includes(organisation)) return [diagnostic('TK5211', { organisation })]
    const beside = mkdtempSync(join(dirname(folder), '.catalog-'))
    try {
      const pages = join(beside, 'pages')
      const missing = await pagesInto(store, organisation, pages)
      renameSync(pages, folder)
      return missing.map((file) => diagnostic('TK5212', { file }))
    } finally {
      rmSync(beside, { recursive: true, force: true })
    }
  })
}

/** Gives the pages that could not be made. */
async function pagesInto(store: CatalogStore, organisation: string, directory: string): Promise<readonly string[]> {
  const judge = createJudgePool({ script: judgeScript() })
  try {
    const { missing } = await exportStore({
      store,
      judge,
      organisation,
      directory,
      toolVersion: toolVersion(),
      now: () => new Date(),
      // Each leaves a page out, which is told.
      onDefect: () => undefined,
    })
    return missing
  } finally {
    await judge.close()
  }
}
