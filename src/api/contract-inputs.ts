import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { type ContractConfig, isPath } from '../config/index.js'
import type { Loaded } from '../contract/index.js'
import { type ManifestInput, readManifest } from '../generate/index.js'

/** Every file that took part, as a manifest names it. */
export function inputsOf(contract: ContractConfig, loaded: Loaded, directory: string): readonly ManifestInput[] {
  return loaded.documents.map(({ file, sha256 }) => ({ path: inputName(contract, file, directory), sha256 }))
}

/** Relative to the contract's folder with `/`, so that a manifest means the same on every machine; what is no file keeps its name. */
export function inputName({ reference }: ContractConfig, file: string, directory: string): string {
  if (!isPath(file)) return file
  const path = resolve(directory, file)
  return isPath(reference) ? relative(dirname(reference), path).split(sep).join('/') : basename(path)
}

/** The path that such a name stands for; undefined for what is no file on this machine: it has to be loaded to know. */
export function locateInput({ reference }: ContractConfig, name: string): string | undefined {
  if (!isPath(reference) || !isPath(name)) return undefined
  return isAbsolute(name) ? name : resolve(dirname(reference), name)
}

/** The contract's file without folders, revision or query: what headers of generated files say. */
export function sourceName(reference: string): string {
  if (reference === '-') return 'standard input'
  return basename(reference.replace(/[?#].*$/, '')) || reference
}

/** The files that a contract was last generated from, as paths on this machine. */
export function inputFiles(contract: ContractConfig): readonly string[] {
  const inputs = readManifest(contract.out)?.inputs ?? []
  return inputs.flatMap(({ path }) => locateInput(contract, path) ?? [])
}
