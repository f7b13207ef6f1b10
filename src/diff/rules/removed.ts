import type { Effect } from '../edit/edit.js'
import type { Level } from '../report.js'
import type { Judgement } from '../rule.js'
import { byEffect } from './by-effect.js'

/** Something that may be missed although nothing breaks by its absence. */
export function removed(effect: Effect | undefined, otherwise: Level): Pick<Judgement, 'level' | 'witness'> {
  const decided = byEffect(effect)
  return decided.level === 'info' ? { level: otherwise } : decided
}
