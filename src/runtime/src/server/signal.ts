/** The signal of one call: made when a handler asks for it, since most never do. */
export interface CallSignal {
  get(): AbortSignal
  abort(reason: unknown): void
}

/** @param caller fires when the caller has gone. */
export function createSignal(caller: () => AbortSignal | undefined): CallSignal {
  let controller: AbortController | undefined
  let aborted: { readonly reason: unknown } | undefined
  const abort = (reason: unknown): void => {
    aborted ??= { reason }
    controller?.abort(aborted.reason)
  }
  return {
    abort,
    get() {
      if (controller) return controller.signal
      controller = new AbortController()
      const outer = caller()
      if (outer?.aborted) abort(outer.reason)
      else outer?.addEventListener('abort', () => abort(outer.reason), { once: true })
      if (aborted) controller.abort(aborted.reason)
      return controller.signal
    },
  }
}
