import { apiIdChanged } from '../../../../src/diff/rules/http/api-id-changed.js'
import { document } from '../../../../src/diff/rules/http/example.js'
import type { RuleCase } from '../support/rule-cases.js'

const id = (more: string) => document('paths: {}').replace('1.0.0', `1.0.0${more}`)

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: apiIdChanged.example.before,
    after: apiIdChanged.example.after,
    finds: [
      'warning structural api-id-changed 2:50 → 2:50: the `x-api-id` changed from `orders-api-1` to `orders-api-2`',
    ],
  },
  {
    title: 'is told of a first one',
    before: id(''),
    after: id(', x-api-id: orders-api'),
    finds: ['info structural api-id-changed 2:7 → 2:50: the `x-api-id` `orders-api` is new'],
  },
  {
    title: 'warns of one that went',
    before: id(', x-api-id: orders-api'),
    after: id(''),
    finds: ['warning structural api-id-changed 2:50 → 2:7: the `x-api-id` `orders-api` was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: apiIdChanged.example.after,
    after: apiIdChanged.example.before,
    finds: [
      'warning structural api-id-changed 2:50 → 2:50: the `x-api-id` changed from `orders-api-2` to `orders-api-1`',
    ],
  },
]
