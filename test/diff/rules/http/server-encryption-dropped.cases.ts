import { serverEncryptionDropped } from '../../../../src/diff/rules/http/server-encryption-dropped.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: serverEncryptionDropped.example.before,
    after: serverEncryptionDropped.example.after,
    finds: [
      'breaking security server-encryption-dropped 3:11 → 3:11: the server `https://api.example.com` is not encrypted any more: `http://api.example.com`',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: serverEncryptionDropped.example.after,
    after: serverEncryptionDropped.example.before,
    finds: [],
  },
]
