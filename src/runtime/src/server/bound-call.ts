import { type CallContext, companionOf, contextIfAny, freezeContext } from '../context/index.js'
import type { MaskKeys } from '../masking/index.js'
import type { RoutedCall } from './call.js'
import type { AnswerView } from './views.js'

/** A call with what its handler's own code may need of it. */
export class BoundCall {
  readonly call: RoutedCall
  readonly #view: AnswerView

  constructor(call: RoutedCall, view: AnswerView) {
    this.call = call
    this.#view = view
  }

  get maskKeys(): MaskKeys | undefined {
    return this.#view.maskKeys
  }
}

/** The context of a call, which is plain data to whoever gets it. */
export function bindCall(context: CallContext, bound: BoundCall): CallContext {
  return freezeContext(context, bound)
}

/** The call that is being served; undefined outside of one. */
export function currentCall(): BoundCall | undefined {
  const context = contextIfAny()
  const companion = context && companionOf(context)
  return companion instanceof BoundCall ? companion : undefined
}
