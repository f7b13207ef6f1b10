import { Args, Flags } from '@oclif/core'
import type { KeepOptions } from '../../api/catalog/existing-database.js'
import type { Diagnostic } from '../../diagnostic/index.js'
import { styleFor } from '../../diagnostic/render/style.js'
import { renderText } from '../../diagnostic/render/text.js'
import { exitCode, TenantkitCommand } from '../base-command.js'
import { databaseFlags } from './database-flags.js'

/** What is done with the database itself, on the machine that it is on. */
abstract class KeepCommand extends TenantkitCommand {
  static override flags = databaseFlags

  protected async keep(
    file: string,
    flags: { readonly database: string; readonly 'database-url'?: string | undefined },
    work: (options: KeepOptions) => Promise<readonly Diagnostic[]>,
  ): Promise<void> {
    const { database } = flags
    const diagnostics = await work({ directory: process.cwd(), file, database, databaseUrl: flags['database-url'] })
    if (diagnostics.length === 0) return
    process.exitCode = exitCode.failed
    process.stderr.write(renderText(diagnostics, { style: styleFor(process.stderr, process.env) }))
  }
}

export class CatalogExport extends KeepCommand {
  static override summary = 'Write all that a catalog keeps into an archive, or its pages into a folder.'
  static override description =
    'A tar with the digests of all that is in it, as the catalog was at one moment, that goes into either database. It holds hashes of tokens, and not the key that signs the audit: keep that beside it. With --static, pages of the contracts of one organisation that need no server; whoever reads the folder reads all of them. Exit 2: it could not be written; nothing is left of it then. A page that could not be made is named, and leaves exit code 2 behind, too.'
  static override examples = [
    '<%= config.bin %> catalog export catalog-2026-11-27.tar',
    '<%= config.bin %> catalog export --static public/contracts',
  ]
  static override args = { file: Args.string({ description: 'the archive; must not be there yet' }) }
  static override flags = {
    ...databaseFlags,
    static: Flags.string({ description: 'write pages into this folder instead; must not be there yet' }),
    organisation: Flags.string({ description: 'whose pages --static writes', default: 'main' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogExport)
    const [archive, folder] = [args.file, flags.static]
    if (archive !== undefined && folder === undefined) {
      const { exportTo } = await import('../../api/catalog/keep.js')
      return this.keep(archive, flags, exportTo)
    }
    if (folder !== undefined && archive === undefined) {
      const { writePages } = await import('../../api/catalog/write-pages.js')
      const { organisation } = flags
      return this.keep(folder, flags, (options) => writePages({ ...options, organisation }))
    }
    this.error('Name either an archive or --static FOLDER.')
  }
}

export class CatalogImport extends KeepCommand {
  static override summary = 'Fill an empty catalog from an archive.'
  static override description =
    'Looks at all of it before anything is kept: that the archive is whole, that each version has the documents that its digest tells of, and that the links of each audit hang on one another. Exit 2: it is not imported, and nothing of it is kept.'
  static override examples = [
    '<%= config.bin %> catalog import catalog-2026-11-27.tar --database-url postgres://catalog@db/catalog',
  ]
  static override args = { file: Args.string({ description: 'the archive', required: true }) }
  static override flags = databaseFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogImport)
    const { importFrom } = await import('../../api/catalog/keep.js')
    await this.keep(args.file, flags, importFrom)
  }
}

export class CatalogBackup extends KeepCommand {
  static override summary = 'Copy the database of a catalog while it is in use.'
  static override description =
    'For a file of SQLite; the copy is a database that `catalog serve` can be given. PostgreSQL is backed up by its own tools. Exit 2: it could not be copied; nothing is left of it then.'
  static override examples = ['<%= config.bin %> catalog backup /backup/catalog-2026-11-27.db']
  static override args = { file: Args.string({ description: 'the copy; must not be there yet', required: true }) }
  static override flags = databaseFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogBackup)
    const { backupTo } = await import('../../api/catalog/keep.js')
    await this.keep(args.file, flags, backupTo)
  }
}
