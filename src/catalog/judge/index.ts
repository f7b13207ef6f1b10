export type { AnswerTo, DeployJob, JudgeAnswers, JudgeJob } from './job.js'
export { createJudgePool, type Judged, type JudgePool, type JudgePoolOptions } from './pool.js'
export { judgeScript } from './script.js'
