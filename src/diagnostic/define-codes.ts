export type Severity = 'error' | 'warning' | 'info'

/** What is said of one kind of problem, in one place. */
export interface CodeSpec {
  /** Kebab-case; the name of the documentation page. Never reused. */
  readonly name: string
  readonly severity: Severity
  /** One sentence, present tense; `{param}` marks a parameter. */
  readonly message: string
  /** What to do about it, concretely; may use the same parameters. */
  readonly help?: string
  /** For `tenantkit explain`: why it matters. */
  readonly why: string
  /** For `tenantkit explain`: a snippet that has the problem, and one that has not. */
  readonly bad?: string
  readonly good?: string
}

export type CodeTable = Readonly<Record<`TK${number}`, CodeSpec>>

/** Names the placeholders of a message template, so that a wrong parameter fails to compile. */
export type ParamsOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamsOf<Rest>
  : never

export function defineCodes<const Codes extends CodeTable>(codes: Codes): Codes {
  return codes
}
