import { appendFileSync } from 'node:fs'
import { codes, type Diagnostic } from '../../diagnostic/index.js'
import {
  type DiffRun,
  diffRules,
  type RenderContext,
  type ReportFormat,
  renderReport,
  renderStepSummary,
} from '../../diff/index.js'
import { toolVersion } from '../tool-version.js'
import { reportPlace } from './report-place.js'
import { attempt, writeOutput } from './write-output.js'

/** A format, with the file that it goes to; without one, it is for standard output. */
export interface ReportOutput {
  readonly format: ReportFormat
  readonly file?: string
}

export { reportFormats } from '../../diff/index.js'

export interface WriteOptions extends Pick<RenderContext, 'style' | 'linesOf' | 'showInfo' | 'tellsApproval'> {
  /** Directory that files are relative to. */
  readonly directory: string
  /** See `RenderContext`. */
  readonly marker?: string | undefined
  /** Says which forge runs this, and where. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

export interface WrittenReports {
  /** What is for standard output; undefined when everything went to files. */
  readonly text?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Renders a run in every format that was asked for, and writes those that go to files. */
export function writeReports(
  run: DiffRun,
  outputs: readonly ReportOutput[],
  { directory, marker, environment, ...options }: WriteOptions,
): WrittenReports {
  // Only formats for forges ask where the repository is.
  const isForForge = outputs.some(({ format }) => format !== 'text' && format !== 'json')
  const context = {
    ...options,
    ...(isForForge && reportPlace(directory, environment)),
    ...(marker !== undefined && { marker }),
    toolVersion: toolVersion(),
    ruleOf,
  }
  const diagnostics: Diagnostic[] = []
  let text: string | undefined
  for (const { format, file } of outputs) {
    const rendered = renderReport(format, run, context)
    if (file === undefined) text = rendered
    else diagnostics.push(...writeOutput(directory, file, rendered))
  }
  const summary = environment['GITHUB_STEP_SUMMARY']
  // Annotations are all that GitHub shows beside the code; the whole report is a click away, on the page of the job.
  if (summary && outputs.some(({ format }) => format === 'github')) {
    diagnostics.push(...attempt(summary, () => appendFileSync(summary, renderStepSummary(run, context))))
  }
  return { ...(text !== undefined && { text }), diagnostics }
}

function ruleOf(code: string) {
  const rule = diffRules.find((candidate) => candidate.code === code)
  if (code === 'TK3950') return { ...codes[code], summary: 'A contract is not there any more.' }
  if (!rule) return undefined
  const { name, summary, why, help } = rule
  return { name, summary, why, ...(help !== undefined && { fix: help }) }
}
