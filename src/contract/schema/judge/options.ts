import type { Schema, SchemaId } from '../../model/index.js'

/** A schema with the schemas that its references lead to. */
export interface JudgedSchema {
  readonly schema: Schema
  readonly schemas: ReadonlyMap<SchemaId, Schema>
}

export interface JudgeOptions {
  /** Whose members are left out: `readOnly` ones of what goes to the server, `writeOnly` ones of what comes from it. */
  readonly projection: 'to-server' | 'from-server' | 'none'
  /**
   * Whether members are refused that the schema does not declare: what a producing side does not send. See
   * `findUndeclared`.
   */
  readonly closed: boolean
}
