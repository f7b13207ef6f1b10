import type { Contract } from '../contract/model/index.js'
import type { ParamsOf } from '../diagnostic/define-codes.js'
import type { EditKey, EditOf, SpanPlace } from './edit/edit.js'
import type { NodeKind } from './edit/node-types.js'
import type { Category, Level, Witness } from './report.js'

/**
 * A rule names edits and says what they mean. One rule, one file, one test, one page; each is written once for both
 * polarities. Of edits of schemas containment has decided before (`edit.effect`); of all others the rule decides.
 */
export interface DiffRule<Claims extends EditKey = EditKey, Message extends string = string> {
  readonly code: `TK3${number}`
  /** Kebab-case: the name of the file, of the test and of the page. */
  readonly name: string
  /** Findings are named with the direction in front: `request-property-became-required`. Default: false. */
  readonly directional?: boolean
  /** What the finding is about, and who may approve it. */
  readonly category: Category
  /** Whether it is about words for people only, so that it asks for a patch. Default: false. */
  readonly documentation?: boolean
  /** The edits that are this rule's business. */
  readonly claims: readonly Claims[]
  /** One sentence for the list of rules. */
  readonly summary: string
  /** One sentence about one finding; `{param}` marks a parameter. */
  readonly message: Message
  /** What to do about it. `{next}` is the next major version. */
  readonly help?: string
  /** What to do about it where the API sends. Default: `help`. */
  readonly helpForSending?: string
  /** Why it matters: the rationale of the page. */
  readonly why: string
  /** Two versions between which the rule finds something; run by a test, shown on the page. */
  readonly example: RuleExample
  /** What this edit means; undefined when nothing is to be said about it. */
  judge(edit: EditOfKey<Claims>, context: RuleContext): Judgement<Message> | readonly Judgement<Message>[] | undefined
}

export interface RuleExample {
  /** Two contracts, complete, as short as they can be, in YAML. */
  readonly before: string
  readonly after: string
  /** `breaking request-property-became-required POST /orders: \`sku\` became required`, each on a line. */
  readonly finds: readonly string[]
}

/** What a rule says about one edit. */
export interface Judgement<Message extends string = string> {
  readonly level: Level
  readonly params: Readonly<Record<ParamsOf<Message>, string | number>>
  /** In place of the rule's help. */
  readonly help?: string
  readonly witness?: Witness
  /** Where to point, in place of where the edit is. */
  readonly before?: SpanPlace
  readonly after?: SpanPlace
  /** Adds to the identity of the finding where the place does not tell two apart. */
  readonly pointer?: string
}

export interface RuleContext {
  readonly base: Contract
  readonly head: Contract
  /** Calendar day, ISO 8601, that lifecycle rules count from. */
  readonly today: string
  /** Days that must lie between the announcement of a sunset and the day itself. */
  readonly grace: number
}

type NodeOfKey<Key> = Key extends `${infer Node}:${string}`
  ? Node extends `${infer Kind}.${string}`
    ? Kind & NodeKind
    : Node & NodeKind
  : never

/** The edits with one of these keys. */
export type EditOfKey<Key extends EditKey> = { [Node in NodeOfKey<Key>]: EditOf<Node> }[NodeOfKey<Key>]

/** Defines a rule; claims and message parameters are checked by the compiler. */
export function defineDiffRule<const Claims extends EditKey, const Message extends string>(
  rule: DiffRule<Claims, Message>,
): DiffRule {
  return rule
}
