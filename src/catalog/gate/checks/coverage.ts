import { percent } from '../../../contract/annotation/coverage.js'
import type { GateCheck } from '../../model/index.js'
import { details } from '../details.js'
import type { Candidate } from '../input.js'

/** As much is annotated as the namespace asks for. */
export function checkCoverage({ rules, described: { facts } }: Candidate): GateCheck {
  const scoped = percent(facts.scoped, facts.operations)
  const classified = percent(facts.classified, facts.fields)
  const problems = [
    ...short('operations with a tenant scope', scoped, rules.scopedAtLeast),
    ...short('fields with a data classification', classified, rules.classifiedAtLeast),
  ]
  return problems.length === 0
    ? {
        name: 'coverage',
        outcome: 'passed',
        message: `${scoped} % of operations have a tenant scope, ${classified} % of fields a data classification.`,
      }
    : { name: 'coverage', outcome: 'refused', message: 'Too little is annotated.', ...details(problems) }
}

function short(what: string, found: number, least: number): readonly string[] {
  return found >= least ? [] : [`${what}: ${found} %, and the namespace asks for ${least} %`]
}
