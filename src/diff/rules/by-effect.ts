import type { Effect } from '../edit/edit.js'
import type { Judgement } from '../rule.js'

/** The level and the witness that containment gives to an edit of a schema. */
export function byEffect(effect: Effect | undefined): Pick<Judgement, 'level' | 'witness'> {
  switch (effect?.kind) {
    case 'breaking':
      return { level: 'breaking', witness: effect.witness }
    case 'unknown':
      return { level: 'warning', witness: { unknown: effect.why } }
    case 'compatible':
    case undefined:
      return { level: 'info' }
  }
}
