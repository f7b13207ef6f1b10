import { code, prose, sentence } from '../render/markdown/escape.js'
import { operationTitle } from '../render/words.js'
import type { Change, Changelog, ChangelogOperation } from './changelog.js'
import { changelogCounts, changelogTitle, directionWord, levelWord, operationTitles } from './words.js'

/** The changelog as Markdown, to stand in a file or in the notes of a release. */
export function changelogMarkdown(changelog: Changelog): string {
  const parts = [
    `## ${prose(changelogTitle(changelog))}`,
    prose(changelogCounts(changelog)),
    ...section('New', changelog.added.map(operationLine)),
    ...section('Removed', changelog.removed.map(operationLine)),
    ...changelog.changed.flatMap((changed) => [
      `### ${code(operationTitle(changed.operation))}`,
      lines(changed.changes),
    ]),
    ...changelog.shared.flatMap(({ name, operations, changes }) => [
      `### ${code(name)}`,
      `In ${prose(operationTitles(operations))}.`,
      lines(changes),
    ]),
    ...section('The contract', changelog.contract.map(changeLine)),
  ]
  return `${parts.join('\n\n')}\n`
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`### ${title}`, items.join('\n')]
}

function operationLine({ operation, changes }: ChangelogOperation): string {
  const bad = changes.map(levelWord).find((word) => word !== '')
  return `- ${bad === undefined ? '' : `**${bad}:** `}${code(operationTitle(operation))}`
}

function lines(changes: readonly Change[]): string {
  return changes.map(changeLine).join('\n')
}

function changeLine(change: Change): string {
  const word = levelWord(change)
  const way = directionWord(change)
  const said = sentence(change.message, code, prose)
  return `- ${word === '' ? '' : `**${word}:** `}${said}${way === '' ? '' : ` (${way})`}`
}
