import type { SourceSpan } from '../../diagnostic/index.js'
import type { AppliedApproval, Category } from '../report.js'

/** What a team let pass on purpose: one finding, or those of a rule below a place. */
export type Approval = AppliedApproval & { readonly span?: SourceSpan } & (
    | {
        readonly kind: 'fingerprint'
        readonly fingerprint: string
        /** The category that the approver knows it to be in; without it only structural findings pass. */
        readonly acknowledges?: Category
      }
    | {
        readonly kind: 'rule'
        /** Name with or without direction, or code. */
        readonly rule: string
        /** Pattern over pointers of findings. */
        readonly pointer: string
        /** Findings of this category only. */
        readonly category: Category
        /** Pattern over the sources and titles of contracts; absent: findings of all of them. */
        readonly contract?: string
      }
  )

/** How an entry is named in messages. */
export function approves(approval: Approval): string {
  if (approval.kind === 'fingerprint') return approval.fingerprint
  const { rule, pointer, contract } = approval
  return `${rule} at ${pointer}${contract === undefined ? '' : ` of ${contract}`}`
}
