export { type Judgement, judge, toJsonSchema } from './judge.js'
export { leftOutMembers } from './left-out.js'
export type { JudgedSchema, JudgeOptions } from './options.js'
