import { effectiveClassification } from '../../../contract/annotation/effective.js'
import type { Contract, Operation, Origin, Schema, SchemaId } from '../../../contract/model/index.js'
import type { Sources } from '../../../contract/source/document.js'
import type { Part, PartRow, PartSection } from '../../model/index.js'
import { directionsOf } from '../directions.js'
import { pointerOf } from '../pointer-of.js'
import { clip, lengths } from './clip.js'
import { operationKey, schemaKey } from './keys.js'
import { operationLabel } from './operation-label.js'
import { type References, referencesIn } from './references.js'
import { type OpenSection, schemaSection, sectionsOf } from './sections.js'
import type { WrittenPart } from './shelves.js'
import { statementsOf } from './statements.js'
import { labelOf } from './type-words.js'

/** Rows and sections that are kept of one part. */
const mostRows = 2000
const mostSections = 200
const mostTags = 20

/** Parts of a contract that are kept, and characters of them: what goes beyond has no page of its own. */
const mostParts = 50_000
const mostCharacters = 64 * 1024 * 1024

/** Operations and schemas of a contract, in document order, each as JSON. */
export function partsOf(contract: Contract, spans: Sources['spans'] | undefined): readonly WrittenPart[] {
  const places = [...contract.operations, ...contract.schemas.values()]
    .slice(0, mostParts)
    .map(({ at }) => ({ at, part: 'key' as const }))
  const lines = linesOf(places, contract, spans)
  const written: WrittenPart[] = []
  let left = mostCharacters
  for (const part of madeParts(contract)) {
    const line = lines[written.length]
    const text = JSON.stringify(line === undefined ? part : { ...part, line })
    left -= text.length
    if (left < 0 || written.length >= mostParts) break
    written.push({ kind: part.kind, key: part.key, text })
  }
  return written
}

function* madeParts(contract: Contract): Generator<Part> {
  for (const operation of contract.operations) yield operationPart(operation, contract)
  const references = referencesIn(contract)
  for (const [id, schema] of contract.schemas) yield schemaPart(id, schema, { contract, references })
}

/** The line of each place in its own document; undefined where an overlay has put it. */
function linesOf(
  places: readonly { readonly at: Origin; readonly part: 'key' }[],
  contract: Contract,
  spans: Sources['spans'] | undefined,
): readonly (number | undefined)[] {
  return (spans?.(places) ?? []).map(({ file, line }, index) => {
    const document = places[index]?.at.document
    const isThere = document === contract.at.document ? !file.includes('#') : file.endsWith(`#${document}`)
    return isThere ? line : undefined
  })
}

function operationPart(operation: Operation, contract: Contract): Part {
  const { id, summary, description, deprecated, tags, governance } = operation
  const classes = effectiveClassification(contract).operations.get(id)
  const { out, in: taken } = directionsOf(operation, classes)
  return {
    kind: 'operation',
    key: operationKey(id),
    name: clip(id, lengths.name),
    label: operationLabel(operation, contract),
    ...texts({ summary, description }),
    ...(deprecated && { deprecated: true as const }),
    ...(governance.lifecycle && { lifecycle: governance.lifecycle.value.state }),
    tags: tags.slice(0, mostTags).map((tag) => clip(tag, lengths.note)),
    ...(governance.scope && { scope: governance.scope.value.scope }),
    takes: taken,
    gives: out,
    statements: statementsOf(operation, contract),
    ...kept(sectionsOf(operation, contract)),
    pointer: pointerOf(operation.at, contract),
  }
}

interface SchemaOptions {
  readonly contract: Contract
  readonly references: References
}

function schemaPart(id: SchemaId, schema: Schema, { contract, references }: SchemaOptions): Part {
  const { title, description, deprecated, lifecycle, at } = schema
  const { sensitivity, category } = effectiveClassification(contract).of(schema) ?? {}
  const name = labelOf(schema)
  return {
    kind: 'schema',
    key: schemaKey(schema, contract),
    name,
    label: name,
    ...texts({ summary: title === name ? undefined : title, description }),
    ...(deprecated && { deprecated }),
    ...(lifecycle && { lifecycle: lifecycle.value.state }),
    tags: [],
    ...(sensitivity !== undefined && { sensitivity }),
    ...(category !== undefined && { category }),
    statements: [],
    ...kept([schemaSection(schema, contract, 'Values')]),
    referrers: references.referrers(id),
    operations: references.operations(id),
    pointer: pointerOf(at, contract),
  }
}

function texts({
  summary,
  description,
}: {
  readonly summary?: string | undefined
  readonly description?: string | undefined
}) {
  return {
    ...(summary !== undefined && { summary: clip(summary, lengths.line) }),
    ...(description !== undefined && { description: clip(description, lengths.text) }),
  }
}

/** Sections and rows as far as there is room for them; no more of them are made than that. */
function kept(open: Iterable<OpenSection>): Pick<Part, 'sections' | 'isCut'> {
  const sections: PartSection[] = []
  let left = mostRows
  for (const section of open) {
    if (sections.length >= mostSections) return { sections, isCut: true }
    const rows: PartRow[] = []
    sections.push({ ...section, rows })
    for (const row of section.rows) {
      if (left-- <= 0) return { sections, isCut: true }
      rows.push(row)
    }
  }
  return { sections }
}
