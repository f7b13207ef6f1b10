import { catalogCommands } from './catalog/index.js'
import Changelog from './changelog.js'
import Diff from './diff.js'
import Explain from './explain.js'
import Generate from './generate.js'
import Init from './init.js'

/**
 * The table that oclif's explicit strategy reads: every command, by its name on the command line. All of them are loaded
 * for each, so that they load what they do when they run.
 */
export const commands = {
  ...catalogCommands,
  changelog: Changelog,
  diff: Diff,
  explain: Explain,
  generate: Generate,
  init: Init,
}
