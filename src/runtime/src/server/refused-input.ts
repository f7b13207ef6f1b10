import { TenantkitError } from '../error/index.js'
import type { Refusal } from './refusal.js'

/** A body that turned out wrong while the handler was reading it. If the handler lets it pass, its refusal is the answer. */
export class RefusedInput extends TenantkitError {
  override readonly name = 'RefusedInput'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
