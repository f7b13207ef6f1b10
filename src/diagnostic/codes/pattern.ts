import { defineCodes } from '../define-codes.js'

export const patternCodes = defineCodes({
  TK1551: {
    name: 'pattern-not-readable',
    severity: 'warning',
    message: 'the pattern `{pattern}` is no regular expression of ECMAScript and has no effect (places: {count})',
    help: 'Try the pattern with `new RegExp(pattern, "u")`; other languages write some things differently.',
    why: 'A pattern that no engine reads looks enforced, and every text passes.',
    bad: "type: string\npattern: '(?i)^abc$'",
    good: "type: string\npattern: '^[aA][bB][cC]$'",
  },
  TK1552: {
    name: 'pattern-may-run-away',
    severity: 'warning',
    message: 'the pattern `{pattern}` repeats what repeats itself (places: {count})',
    help: 'Make clear where each repetition ends: `^a+$` for `^(a+)+$`.',
    why: 'Engines that backtrack may take hours for a short text. Generated servers walk an automaton instead; other readers of the contract may stand still.',
    bad: "type: string\npattern: '^(a+)+$'",
    good: "type: string\npattern: '^a+$'",
  },
  TK1553: {
    name: 'pattern-refuses-long-texts',
    severity: 'warning',
    message:
      'the pattern `{pattern}` refers back or looks behind; generated servers refuse long texts for it (places: {count})',
    help: 'Do without back references and lookbehind.',
    why: 'Only backtracking can match such a pattern, and its time grows with the text until nobody waits for it.',
    bad: "type: string\npattern: '^(a+)b\\1$'",
    good: "type: string\npattern: '^a+ba+$'",
  },
})
