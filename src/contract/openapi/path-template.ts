/** The parameters of a path such as `/orders/{id}`, or why it cannot be read. */
export function readTemplate(path: string): { readonly names: readonly string[] } | { readonly reason: string } {
  if (!path.startsWith('/')) return { reason: 'it does not begin with `/`' }
  const names: string[] = []
  const rest = path.replaceAll(/\{([^{}]*)\}/g, (_whole, name: string) => {
    names.push(name)
    return ''
  })
  if (/[{}]/.test(rest)) return { reason: 'its braces do not match' }
  if (names.includes('')) return { reason: 'a parameter has no name' }
  if (new Set(names).size < names.length) return { reason: 'it names a parameter twice' }
  if (/[?#]/.test(rest)) return { reason: `it has a ${rest.includes('?') ? 'query string' : 'fragment'}` }
  return { names }
}

/** Equal for paths that differ in the names of their parameters only. */
export function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}')
}
