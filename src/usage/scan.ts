import { compareText } from '../util/compare.js'
import { createCalls } from './calls.js'
import { markExports } from './exports.js'
import { fieldsOf } from './fields.js'
import { findClients } from './find-clients.js'
import { createFlow } from './flow.js'
import { createMarks } from './marks.js'
import { createOrigins } from './origins.js'
import { createShape } from './shape.js'
import type { CheckedProgram, ClientUsage, WholeUse } from './types.js'
import { createVisit } from './visit.js'

export interface ScanOptions {
  /** Folders of generated code, absolute, with `/`. */
  readonly folders: readonly string[]
  /** Whether others import a module, although somebody here does, too. */
  readonly isPublic: (file: string) => boolean
}

export interface Scanned {
  /** One for each folder, in their order. */
  readonly clients: readonly ClientUsage[]
  /** Where values went out of sight, so that all of their fields count. */
  readonly places: readonly WholeUse[]
}

/**
 * Which operations a program calls, and which fields of their answers it reads. Fields are told by the types that they are
 * read through: what is read of a type counts for every operation that is used and answers with it. What cannot be
 * followed counts as read as a whole.
 */
export function scanUsage(checked: CheckedProgram, { folders, isPublic }: ScanOptions): Scanned {
  const clients = findClients(checked, folders)
  const originOf = createOrigins(checked, clients)
  const shape = createShape(checked, clients, originOf)
  const marks = createMarks(checked, clients, shape)
  const flow = createFlow(checked, shape, marks, originOf)
  const calls = createCalls(checked, marks, flow, originOf)
  const visit = createVisit({ checked, shape, marks, flow, calls })
  for (const file of checked.files) if (originOf(file) === 'own') visit(file)
  markExports(checked, marks, originOf, isPublic)
  const used = [...marks.operations].sort((one, other) => compareText(one.id, other.id))
  return {
    clients: folders.map((folder) => ({
      folder,
      operations: used
        .filter((operation) => operation.folder === folder)
        .map((operation) => {
          const fields = fieldsOf(checked, shape, marks, operation)
          return { operation: operation.id, ...(fields && { fields }) }
        }),
    })),
    places: marks.places,
  }
}
