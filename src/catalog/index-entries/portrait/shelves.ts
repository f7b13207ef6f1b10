import { createHash } from 'node:crypto'
import type { Part, PartName, Shelves } from '../../model/index.js'

/** Characters of a shelf, about. */
const shelfLength = 64 * 1024

export interface WrittenPart extends PartName {
  /** As JSON. */
  readonly text: string
}

/** Lays parts into shelves. Which of them a part is in is told by its name and by how many there are. */
export function fillShelves(parts: readonly WrittenPart[]): Shelves {
  const length = parts.reduce((sum, { text }) => sum + text.length, 0)
  const shelves: string[][] = Array.from({ length: Math.max(1, Math.ceil(length / shelfLength)) }, () => [])
  for (const part of parts)
    shelves[shelfNumber(part) % shelves.length]?.push(`${JSON.stringify(nameText(part))}:${part.text}`)
  return shelves.map((texts) => `{${texts.join(',')}}`)
}

/** Which shelf: this number, modulo how many there are. */
export function shelfNumber(name: PartName): number {
  return createHash('sha256').update(nameText(name)).digest().readUInt32BE(0) >>> 1
}

/** All that lies on a shelf. */
export function partsOn(shelf: string): readonly Part[] {
  return Object.values(JSON.parse(shelf) as Readonly<Record<string, Part>>)
}

/** What lies on a shelf under this name. */
export function onShelf(shelf: string, name: PartName): Part | undefined {
  const parts = JSON.parse(shelf) as Readonly<Record<string, Part>>
  const key = nameText(name)
  return Object.hasOwn(parts, key) ? parts[key] : undefined
}

function nameText({ kind, key }: PartName): string {
  return `${kind}/${key}`
}
