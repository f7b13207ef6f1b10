import type { Diagnostic } from '../diagnostic/index.js'
import { type Changelog, changelogHtml, changelogMarkdown, createChangelog } from '../diff/changelog/index.js'
import type { ChangelogFormat } from './changelog-format.js'
import { type DiffContractsOptions, diff } from './diff.js'

export interface ChangelogResult {
  /** One for each contract. */
  readonly changelogs: readonly Changelog[]
  /** With an error among them something could not be read, and the changelogs are not complete. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What changed between versions of contracts, for those who use the API. Problems are values; nothing is printed. */
export async function changelog(options: DiffContractsOptions): Promise<ChangelogResult> {
  const { reports, diagnostics } = await diff(options)
  return { changelogs: reports.map(createChangelog), diagnostics }
}

/** Changelogs as text, with a newline at its end. Several pages of HTML are no page: then there is one after the other. */
export function renderChangelogs(format: ChangelogFormat, changelogs: readonly Changelog[]): string {
  const [only] = changelogs
  switch (format) {
    case 'markdown':
      return changelogs.map(changelogMarkdown).join('\n')
    case 'html':
      return changelogHtml(changelogs)
    case 'json':
      return `${JSON.stringify(only && changelogs.length === 1 ? only : { schemaVersion: 1, contracts: changelogs }, undefined, 2)}\n`
  }
}
