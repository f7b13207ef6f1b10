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
  return { names }
}

/** Equal for paths that differ in the names of their parameters only. */
export function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}')
}

/** What a path has that is no part of the path of a request. */
export function strayPartOf(path: string): string | undefined {
  const rest = path.replaceAll(/\{[^{}]*\}/g, '')
  return rest.includes('?') ? 'query string' : rest.includes('#') ? 'fragment' : undefined
}
