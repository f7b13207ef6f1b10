export { type Accepted, type Judgement, judge, type Refused, toJsonSchema, type Unjudged } from './judge.js'
export type { JudgedSchema, JudgeOptions } from './options.js'
