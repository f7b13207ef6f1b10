import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { renderGithub } from './github.js'
import { renderGitlab } from './gitlab.js'
import { renderHtml } from './html.js'
import { renderJson } from './json.js'
import { renderJunit } from './junit.js'
import { renderMarkdown } from './markdown.js'
import { renderSarif } from './sarif.js'
import { renderText } from './text.js'

export type { RenderContext, RuleText } from './context.js'
export { renderHtmlSection, reportStyle } from './html.js'
export { renderStepSummary } from './markdown.js'

const renderers = {
  text: renderText,
  json: renderJson,
  markdown: renderMarkdown,
  html: renderHtml,
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
  gitlab: renderGitlab,
} satisfies Readonly<Record<string, (run: DiffRun, context: RenderContext) => string>>

export type ReportFormat = keyof typeof renderers

/** All formats that a report can be written in. */
export const reportFormats = Object.keys(renderers) as readonly ReportFormat[]

/** A run in one of the formats, with a newline at its end. The same run gives the same text, always. */
export function renderReport(format: ReportFormat, run: DiffRun, context: RenderContext): string {
  return renderers[format](run, context)
}
