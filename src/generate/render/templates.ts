import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Handlebars from 'handlebars/runtime.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { compareText } from '../../util/compare.js'
import { didYouMean } from '../../util/did-you-mean.js'
import { compileOptions } from './compile-options.js'
import { type TemplateName, templateNames } from './template-names.js'
import { templateSpecs } from './templates.generated.js'
import type { CodeText, SafeText } from './text.js'

/** What a template may be given: text that went through an escaper, and what decides whether a block is there. */
export interface TemplateView {
  readonly [name: string]: SafeText | boolean | TemplateView | readonly (SafeText | TemplateView)[]
}

export interface Templates {
  /** Writes one file from its skeleton. */
  render(name: TemplateName, view: TemplateView): CodeText
}

type Compiled = (view: TemplateView) => string

/** A user's skeleton failed while a file was written, for instance because it asks for what the view has not. */
export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure'
  readonly template: TemplateName
  constructor(template: TemplateName, cause: unknown) {
    super(firstLine(cause), { cause })
    this.template = template
  }
}

/**
 * The skeletons that come with tenantkit, instantiated when first used, but for those that are overridden.
 *
 * @throws TemplateFailure from `render`, when an overriding template does.
 */
export function createTemplates(overrides: ReadonlyMap<TemplateName, Compiled> = new Map()): Templates {
  const ready = new Map<TemplateName, Compiled>(overrides)
  return {
    render(name, view) {
      let template = ready.get(name)
      if (!template) {
        template = Handlebars.template(templateSpecs[name])
        ready.set(name, template)
      }
      if (!overrides.has(name)) return template(view) as CodeText
      try {
        return template(view) as CodeText
      } catch (error) {
        throw new TemplateFailure(name, error)
      }
    },
  }
}

/**
 * Adds the user's own skeletons: each `<name>.hbs` of the folder takes the place of ours. They see the same view under
 * the same rules. Problems: a folder that cannot be read, a name that is no skeleton, a syntax error.
 */
export async function loadTemplates(
  folder: string,
): Promise<{ readonly templates: Templates; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const overrides = new Map<TemplateName, Compiled>()
  const files = await readdir(folder).catch(() => undefined)
  if (!files) diagnostics.push(diagnostic('TK4007', { folder }))
  const { default: compiler } = await import('handlebars')
  for (const file of (files ?? []).filter((name) => name.endsWith('.hbs')).sort(compareText)) {
    const name = file.slice(0, -'.hbs'.length)
    if (!isTemplateName(name)) {
      const near = didYouMean(name, templateNames)
      const help = near === undefined ? undefined : `Did you mean \`${near}.hbs\`?`
      diagnostics.push(diagnostic('TK4008', { file, names: templateNames.join(', ') }, { help }))
      continue
    }
    const source = await readFile(join(folder, file), 'utf8')
    try {
      compiler.precompile(source, compileOptions)
      overrides.set(name, compiler.compile(source, compileOptions) as Compiled)
    } catch (error) {
      diagnostics.push(diagnostic('TK4009', { file, reason: firstLine(error) }))
    }
  }
  return { templates: createTemplates(overrides), diagnostics }
}

function isTemplateName(name: string): name is TemplateName {
  return (templateNames as readonly string[]).includes(name)
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
