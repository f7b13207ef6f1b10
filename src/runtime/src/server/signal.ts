/** The signal of one call: made when a handler asks for it, since most never do. */
export class CallSignal {
  readonly #caller: { readonly signal?: AbortSignal | undefined }
  #controller: AbortController | undefined
  #aborted: { readonly reason: unknown } | undefined

  /** @param caller whose signal fires when it has gone. */
  constructor(caller: { readonly signal?: AbortSignal | undefined }) {
    this.#caller = caller
  }

  get(): AbortSignal {
    if (this.#controller) return this.#controller.signal
    const controller = new AbortController()
    this.#controller = controller
    const outer = this.#caller.signal
    if (outer?.aborted) this.abort(outer.reason)
    else outer?.addEventListener('abort', () => this.abort(outer.reason), { once: true })
    if (this.#aborted) controller.abort(this.#aborted.reason)
    return controller.signal
  }

  abort(reason: unknown): void {
    this.#aborted ??= { reason }
    this.#controller?.abort(this.#aborted.reason)
  }
}
