import type { Style } from '../../diagnostic/render/style.js'
import type { Finding, FindingOperation } from '../report.js'

/** What a renderer may ask for beside the run itself. */
export interface RenderContext {
  /** Version of tenantkit, for the formats that name their maker. */
  readonly toolVersion: string
  /** Colours of the text format. */
  readonly style: Style
  /** Lines of a file that a position names, counted from 1, both ends included; fewer than asked for where there are none. Default: no excerpts. */
  readonly linesOf?: (file: string, first: number, last: number) => readonly string[]
  /** Compatible changes one by one instead of their number. Default: false. */
  readonly showInfo?: boolean
  /** Columns of the text format. Default: 120. */
  readonly width?: number
  /** Where the working directory is below the root of the repository, for formats whose readers know the repository alone. Default: it is the root. */
  readonly root?: string
  /** What is known of a code. Default: nothing, and reports leave out what only it could say. */
  readonly ruleOf?: (code: string) => RuleText | undefined
  /** Where a position can be looked at, such as a blob's page on a forge. Default: positions are no links. */
  readonly linkTo?: (place: { readonly file: string; readonly line: number }) => string | undefined
  /** Where the operation of a finding can be looked at, for formats with links. Default: operations are no links. */
  readonly operationPage?: (operation: FindingOperation, finding: Finding) => string | undefined
  /** Tells this comment from those of other jobs at the same pull request: letters, digits, `.`, `_`, `-`. Default: `diff`. */
  readonly marker?: string
  /** Say how a finding is approved; a catalog asks its own reviewers. Default: true. */
  readonly tellsApproval?: boolean
}

/** What a rule says of itself, for formats that carry rules beside their findings. */
export interface RuleText {
  /** `request-property-became-required`. */
  readonly name: string
  /** One sentence. */
  readonly summary: string
  readonly why: string
  readonly fix?: string
  /** Address of its page. */
  readonly page?: string
}
