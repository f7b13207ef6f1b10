import type { ts } from 'ts-morph'
import { isRuntime } from './origins.js'
import type { CheckedProgram, TypeScript } from './types.js'

/** Why a program cannot be looked through. */
export interface BrokenProgram {
  /** How many errors there are. */
  readonly errors: number
  readonly first: string
  /** Where the first one is, 1-based; absent for those of the whole program. */
  readonly at?: { readonly file: string; readonly line: number; readonly column: number }
}

/** Reads and checks the program of a `tsconfig.json`: what does not compile has types that nothing can be said of. */
export async function openProgram(tsconfig: string): Promise<CheckedProgram | BrokenProgram> {
  const { Project, ts } = await import('ts-morph')
  let program: ts.Program
  try {
    program = new Project({ tsConfigFilePath: tsconfig }).getProgram().compilerObject
  } catch (error) {
    return { errors: 1, first: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be read' }
  }
  return checkProgram(ts, program)
}

/** @param isKnown files that need no checking. Default: none. */
export function checkProgram(
  ts: TypeScript,
  program: ts.Program,
  isKnown: (file: string) => boolean = () => false,
): CheckedProgram | BrokenProgram {
  const files = program.getSourceFiles().filter((file) => isOwn(program, file))
  const errors = files
    .filter((file) => !isKnown(file.fileName))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
  const [first] = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...errors]
  if (!first) return { ts, program, checker: program.getTypeChecker(), files }
  const { file, start } = first
  const place = file && start !== undefined ? file.getLineAndCharacterOfPosition(start) : undefined
  return {
    errors: Math.max(1, errors.length),
    first: ts.flattenDiagnosticMessageText(first.messageText, '\n').split('\n')[0] ?? '',
    ...(file && place && { at: { file: file.fileName, line: place.line + 1, column: place.character + 1 } }),
  }
}

function isOwn(program: ts.Program, file: ts.SourceFile): boolean {
  const { fileName, isDeclarationFile } = file
  if (isDeclarationFile || program.isSourceFileFromExternalLibrary(file)) return false
  return !fileName.includes('/node_modules/') && !isRuntime(fileName)
}
