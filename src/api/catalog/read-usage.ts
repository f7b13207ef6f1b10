import type { OperationUse } from '../../catalog/http/generated/types/operation-use.js'
import type { Usage } from '../../catalog/http/generated/types/usage.js'
import { fields, list, type Shape, text } from '../../util/shape.js'

/** A field may be an empty list, which is not the same as none. */
const operation: Shape<OperationUse> = (value, path, report) => {
  const read = fields({ operation: { shape: text, required: true }, fields: { shape: list(text) } })(
    value,
    path,
    report,
  )
  return read?.operation === undefined
    ? undefined
    : { operation: read.operation, ...(read.fields !== undefined && { fields: read.fields }) }
}

const use = fields({
  namespace: { shape: text, required: true },
  name: { shape: text, required: true },
  version: { shape: text, required: true },
  operations: { shape: list(operation), required: true },
})

const versionOne: Shape<1> = (value, path, report) => {
  if (value === 1) return 1
  report.refuse(path, '1')
  return undefined
}

const usageShape = fields({
  $schema: { shape: text },
  schemaVersion: { shape: versionOne, required: true },
  uses: { shape: list(use), required: true },
})

/** Reads a usage file; a text says what is wrong with it. A file that is only half understood would hide uses. */
export function readUsage(content: string): { readonly sent: Usage } | string {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return 'it is no JSON'
  }
  let problem: string | undefined
  const read = usageShape(value, [], {
    refuse: (path, expected) => (problem ??= `\`${path.join('.') || '(all)'}\` must be ${expected}`),
    unknownKey: (path) => (problem ??= `\`${path.join('.')}\` has no meaning`),
  })
  if (problem !== undefined || !read) return problem ?? 'it is not understood'
  const uses = (read.uses ?? []).map(({ namespace = '', name = '', version = '', operations = [] }) => ({
    namespace,
    name,
    version,
    operations,
  }))
  return { sent: { uses } }
}
