import type { ts } from 'ts-morph'
import type { CheckedProgram, Clients } from './types.js'

/**
 * Who declares something:
 * `generated`: the generator; `own`: what is looked through; `language`: the library of the language, whose functions keep
 * types as they are; `runtime`: ours; `foreign`: anybody else, of whom nothing is known.
 */
export type Origin = 'generated' | 'own' | 'language' | 'runtime' | 'foreign'

export function createOrigins({ program, files }: CheckedProgram, clients: Clients): (node: ts.Node) => Origin {
  const own = new Set(files)
  const known = new Map<ts.SourceFile, Origin>()
  return (node) => {
    const file = node.getSourceFile()
    const origin = known.get(file) ?? originOf(file)
    known.set(file, origin)
    return origin
  }

  function originOf(file: ts.SourceFile): Origin {
    if (clients.has(file)) return 'generated'
    if (isRuntime(file.fileName)) return 'runtime'
    if (own.has(file)) return 'own'
    return program.isSourceFileDefaultLibrary(file) ? 'language' : 'foreign'
  }
}

/** Installed, or linked from where it is developed. */
export function isRuntime(file: string): boolean {
  return /\/@tenantkit\/runtime\/|\/src\/runtime\/(src|dist)\//.test(file)
}
