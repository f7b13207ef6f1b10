import { serverAdded } from '../../../../src/diff/rules/http/server-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: serverAdded.example.before,
    after: serverAdded.example.after,
    finds: ['info structural server-added - → 3:48: the server `https://eu.example.com/v1` is new'],
  },
  {
    title: 'is another matter the other way round',
    before: serverAdded.example.after,
    after: serverAdded.example.before,
    finds: [],
  },
]
