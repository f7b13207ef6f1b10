export {
  type Change,
  type Changelog,
  type ChangelogOperation,
  createChangelog,
  type SharedChanges,
} from './changelog.js'
export { changelogHtml } from './render-html.js'
export { changelogMarkdown } from './render-markdown.js'
