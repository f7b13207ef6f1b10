import Handlebars from 'handlebars/runtime.js'
import type { TemplateName } from './template-names.js'
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

export type Compiled = (view: TemplateView) => string

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

/** Templates say what is wrong on the first line and show source after it. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
