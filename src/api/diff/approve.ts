import { readFileSync } from 'node:fs'
import { type Diagnostic, diagnostic, hasErrors } from '../../diagnostic/index.js'
import {
  type AppliedApproval,
  type Approval,
  appendApproval,
  approvalEntry,
  type DiffRun,
  type Finding,
  readApprovals,
  readApprovalsText,
} from '../../diff/index.js'
import { displayPath } from '../../util/display-path.js'
import { replaceFile } from '../../util/replace-file.js'

/** What `--approve` asks for. */
export interface ApproveRequest extends AppliedApproval {
  readonly fingerprints: readonly string[]
  /** Categories beside `structural` that the approver knows to be approving. */
  readonly acknowledges: readonly string[]
}

export interface ApprovalsRead {
  readonly approvals: readonly Approval[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The approvals of a file; of one that is not there, none. */
export async function approvalsOf(file: string, directory: string): Promise<ApprovalsRead> {
  const read = await readApprovals(file, directory)
  const isAbsent = read.diagnostics.some(({ code }) => code === 'TK1001')
  return isAbsent ? { approvals: [], diagnostics: [] } : read
}

/** Adds approvals of findings to the end of the file. Nothing is written when one of them cannot be. */
export async function approveFindings(
  run: DiffRun,
  request: ApproveRequest,
  { approvals, file, directory }: { approvals: readonly Approval[]; file: string; directory: string },
): Promise<ApprovalsRead> {
  const findings = [...run.reports.flatMap((report) => report.findings), ...run.removed.map(({ finding }) => finding)]
  const diagnostics: Diagnostic[] = []
  const chosen: Finding[] = []
  for (const fingerprint of new Set(request.fingerprints)) {
    const finding = findings.find((candidate) => candidate.fingerprint === fingerprint)
    const problem = finding ? refusal(finding, request) : diagnostic('TK3914', { fingerprint })
    if (problem) diagnostics.push(problem)
    else if (finding && !approvals.some((approval) => isInForce(approval, finding, request))) chosen.push(finding)
  }
  if (diagnostics.length > 0) return { approvals, diagnostics }
  if (chosen.length === 0) return { approvals, diagnostics }
  return append(chosen, request, file, directory)
}

function refusal(
  { fingerprint, category, message }: Finding,
  { acknowledges }: ApproveRequest,
): Diagnostic | undefined {
  if (category === 'structural' || acknowledges.includes(category)) return undefined
  return diagnostic('TK3916', { fingerprint, category, message })
}

/** Whether the very same is in the file already; one that ends on another day is another decision. */
function isInForce(approval: Approval, { fingerprint, category }: Finding, { expires }: ApproveRequest): boolean {
  return (
    approval.kind === 'fingerprint' &&
    approval.fingerprint === fingerprint &&
    (category === 'structural' || approval.acknowledges === category) &&
    (approval.expires === undefined || approval.expires >= (expires ?? '9999'))
  )
}

async function append(
  findings: readonly Finding[],
  request: ApproveRequest,
  file: string,
  directory: string,
): Promise<ApprovalsRead> {
  const shown = displayPath(file, directory)
  const before = readText(file)
  const entries = findings.map((finding) => approvalEntry(finding, request)).join('\n')
  let text: string | undefined = before
  for (const finding of findings) text = text === undefined ? undefined : appendApproval(text, finding, request)
  if (text === undefined) return { approvals: [], diagnostics: [notAppendable(shown, entries)] }
  // Read back before it takes the place of what is there: the layout may be one that only looks like a list.
  const read = await readApprovalsText(text, directory)
  const isWhole = findings.every((finding) => read.approvals.some((approval) => isApprovalOf(approval, finding)))
  if (hasErrors(read.diagnostics) || !isWhole) return { approvals: [], diagnostics: [notAppendable(shown, entries)] }
  try {
    replaceFile(file, text)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return { approvals: [], diagnostics: [diagnostic('TK3918', { file: shown, reason })] }
  }
  return readApprovals(file, directory)
}

function isApprovalOf(approval: Approval, { fingerprint }: Finding): boolean {
  return approval.kind === 'fingerprint' && approval.fingerprint === fingerprint
}

function notAppendable(file: string, entry: string): Diagnostic {
  return diagnostic('TK3917', { file, entry })
}

/** Empty when there is no file yet; what else may be wrong with it was found when the approvals were read. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
