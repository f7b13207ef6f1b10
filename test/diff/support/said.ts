import type { JsonObject } from '../../../src/util/own.js'
import { tempFolder } from '../../support/temp-folder.js'
import { compare, linesOf, readContract } from './compare-files.js'

/** What is said about two documents, in both directions. */
export async function said(before: JsonObject, after: JsonObject): Promise<readonly string[]> {
  return saidOfFiles(JSON.stringify(before), { 'after.json': JSON.stringify(after) })
}

/** The same of two contracts as files; the later one is `head`. */
export async function saidOfFiles(
  before: string,
  after: Readonly<Record<string, string>>,
  head = 'after.json',
): Promise<readonly string[]> {
  const folder = tempFolder({ 'before.json': before, ...after })
  const [base, other] = [await readContract('before.json', folder), await readContract(head, folder)]
  return [...linesOf(compare(base, other)), ...linesOf(compare(other, base))]
}
