import { pointerToken } from '../codec/index.js'
import type { WireIssue } from '../wire/index.js'
import type { ProblemIssue } from './refusal.js'

/** Where handlers find a parameter. */
export const parameterGroups = {
  path: 'path',
  query: 'query',
  querystring: 'query',
  header: 'headers',
  cookie: 'cookies',
} as const

/** Violations on the wire, at most twenty, with places as handlers name them. */
export function wireIssues(issues: readonly WireIssue[]): readonly ProblemIssue[] {
  return issues.slice(0, 20).map(({ place, name, keyword, expected }) => ({
    path: `/${place === 'body' ? 'body' : parameterGroups[place]}/${pointerToken(name)}`,
    keyword,
    expected,
  }))
}
