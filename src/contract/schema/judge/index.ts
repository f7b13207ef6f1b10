export {
  type Accepted,
  type Judgement,
  judge,
  judgeDeclared,
  type Refused,
  toJsonSchema,
  type Unjudged,
} from './judge.js'
export { leftOutMembers } from './left-out.js'
export type { JudgedSchema, JudgeOptions } from './options.js'
export { judgedCharacters } from './validator.js'
