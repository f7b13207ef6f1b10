import { Flags } from '@oclif/core'

const several = { multiple: true, multipleNonGreedy: true } as const

/** Flags of `tenantkit diff`. */
export const diffFlags = {
  format: Flags.string({
    ...several,
    char: 'f',
    description:
      'text, json, markdown, html, sarif, junit, github or gitlab; repeat for several, each with its file: `--format sarif=diff.sarif`, or followed by --output',
  }),
  output: Flags.string({ ...several, char: 'o', description: 'file for the report; without one it is printed' }),
  json: Flags.boolean({ description: 'print JSON; the same as --format json' }),
  base: Flags.string({
    char: 'b',
    description:
      'the base, in place of the first argument: `auto` finds where the branch of a pull request started, git:REF is the same path at a revision',
  }),
  'fail-on': Flags.string({
    options: ['breaking', 'warning', 'info', 'none'],
    description: 'the least level that fails; default: breaking',
  }),
  view: Flags.string({
    options: ['exchange', 'strict'],
    description:
      'exchange: producers send only what their schema declares; strict: plain JSON Schema, the default of --schema; default: exchange',
  }),
  semver: Flags.string({
    options: ['require', 'report', 'off'],
    description: 'whether a version that does not fit the changes fails, is told, or is not looked at; default: report',
  }),
  schema: Flags.boolean({ description: 'compare two plain JSON Schemas' }),
  direction: Flags.string({
    options: ['request', 'response'],
    description: 'request: what BASE accepts must be accepted by HEAD; response: the other way round; default: request',
  }),
  overlay: Flags.string({ ...several, description: 'an overlay document for both sides; repeat for several' }),
  'overlay-base': Flags.string({ ...several, description: 'an overlay document for the base' }),
  'overlay-head': Flags.string({ ...several, description: 'an overlay document for the head' }),
  root: Flags.string({ description: 'folder that references may not leave; default: that of the contract' }),
  config: Flags.string({ char: 'c', description: 'the configuration to use' }),
  catalog: Flags.string({ description: 'URL of the catalog that `catalog:` arguments are read from' }),
  'allow-remote': Flags.boolean({ description: 'allow https arguments and references' }),
  today: Flags.string({ description: 'the day that sunsets and approvals are held against; default: today' }),
  'show-info': Flags.boolean({ description: 'list compatible changes one by one' }),
  marker: Flags.string({ description: 'tells the comment of this job from those of others; default: diff' }),
  approvals: Flags.string({ description: 'file of approvals; default: .tenantkit/approvals.yaml' }),
  approve: Flags.string({
    ...several,
    helpGroup: 'APPROVE',
    description: 'add the finding with this fingerprint to the approvals',
  }),
  reason: Flags.string({ helpGroup: 'APPROVE', description: 'why it may pass' }),
  owner: Flags.string({ helpGroup: 'APPROVE', description: 'who answers for it' }),
  expires: Flags.string({ helpGroup: 'APPROVE', description: 'the last day that it may pass, such as 2026-12-31' }),
  ticket: Flags.string({ helpGroup: 'APPROVE', description: 'where it is talked about' }),
  acknowledge: Flags.string({
    ...several,
    helpGroup: 'APPROVE',
    options: ['governance', 'security'],
    description: 'approve findings of this category, too',
  }),
}
