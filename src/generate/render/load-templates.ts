import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { compareText } from '../../util/compare.js'
import { didYouMean } from '../../util/did-you-mean.js'
import { compileOptions } from './compile-options.js'
import { type TemplateName, templateNames } from './template-names.js'
import { type Compiled, createTemplates, firstLine, type Templates } from './templates.js'

export interface LoadedTemplates {
  readonly templates: Templates
  /** Of the overriding templates' text: another digest may give other output. */
  readonly digest: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Adds the user's own skeletons: each `<name>.hbs` of the folder takes the place of ours. They see the same view under
 * the same rules. Problems: a folder that cannot be read, a name that is no skeleton, a syntax error.
 */
export function loadTemplates(folder: string, show: (path: string) => string): LoadedTemplates {
  const diagnostics: Diagnostic[] = []
  const overrides = new Map<TemplateName, Compiled>()
  const digest = createHash('sha256')
  for (const file of templateFiles(folder)) {
    const name = file.slice(0, -'.hbs'.length)
    if (!isTemplateName(name)) {
      const near = didYouMean(name, templateNames)
      const help = near === undefined ? undefined : `Did you mean \`${near}.hbs\`?`
      diagnostics.push(
        diagnostic('TK4008', { file: show(join(folder, file)), names: templateNames.join(', ') }, { help }),
      )
      continue
    }
    try {
      const source = readFileSync(join(folder, file), 'utf8')
      // Compiling waits until the first use; a syntax error must be known before anything is written.
      Handlebars.precompile(source, compileOptions)
      overrides.set(name, Handlebars.compile(source, compileOptions))
      digest.update(`${name}\u0000${source}\u0000`)
    } catch (error) {
      diagnostics.push(diagnostic('TK4009', { file: show(join(folder, file)), reason: firstLine(error) }))
    }
  }
  if (!isFolder(folder)) diagnostics.push(diagnostic('TK4007', { folder: show(folder) }))
  return { templates: createTemplates(overrides), digest: digest.digest('hex'), diagnostics }
}

function templateFiles(folder: string): readonly string[] {
  if (!isFolder(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.hbs'))
    .sort(compareText)
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
}

function isTemplateName(name: string): name is TemplateName {
  return (templateNames as readonly string[]).includes(name)
}
