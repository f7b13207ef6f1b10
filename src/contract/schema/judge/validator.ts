import { createRequire } from 'node:module'
import type { ErrorObject, ValidateFunction } from 'ajv'
import type { Ajv2020, Options } from 'ajv/dist/2020.js'
import type { FormatsPlugin } from 'ajv-formats'
import type { JsonObject, JsonValue } from '../../../util/own.js'
import { isMultiple } from './multiple.js'
import { compilePattern } from './run-pattern.js'

/** The errors of the value; none when it is valid. */
export type Validate = (value: JsonValue) => readonly ErrorObject[]

let validator: Ajv2020 | undefined
let characters = 0

/** Characters of schemas that have been judged by so far: the measure of what it cost, the same on every machine. */
export function judgedCharacters(): number {
  return characters
}

/**
 * Compiles a schema of 2020-12 that is known to be well formed. The validator costs a tenth of a second to load, so that
 * waits until the first value is judged.
 */
export function compileSchema(schema: JsonObject): Validate {
  const text = JSON.stringify(schema)
  characters += text.length
  const known = compiled.get(text)
  if (known) return known
  validator ??= createValidator()
  const validate: ValidateFunction = validator.compile(schema)
  // It would be kept for good.
  validator.removeSchema(schema)
  const judge: Validate = (value) => (validate(value) ? [] : [...(validate.errors ?? [])])
  if (compiled.size >= mostCompiled) compiled.clear()
  compiled.set(text, judge)
  return judge
}

/** The same parts of a contract are judged again and again; to compile one takes a thousand times as long as to run it. */
const compiled = new Map<string, Validate>()
const mostCompiled = 4_000

function createValidator(): Ajv2020 {
  // Not `import()`: who asks for a judgement stands in the middle of a proof and cannot wait.
  const load = createRequire(import.meta.url)
  const { Ajv2020: Validator } = load('ajv/dist/2020.js') as { readonly Ajv2020: new (options: Options) => Ajv2020 }
  const { default: addFormats } = load('ajv-formats') as { readonly default: FormatsPlugin }
  const ajv = new Validator({
    strict: false,
    allErrors: true,
    // An error tells its schema, too.
    verbose: true,
    logger: false,
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    // A member named `constructor` is data like any other.
    ownProperties: true,
    // One loop over all names instead of a test for each, which to compile takes time that grows with their square.
    loopRequired: 2,
    // Compiled for one value: optimising takes longer than it could save.
    code: { optimize: false, regExp: Object.assign(createPattern, { code: '' }) },
  })
  // What is evaluated is told beforehand: see `evaluated.ts`. The class turns it on whatever its options say, and what it
  // notes on the way costs time and trips over alternatives beside `patternProperties`.
  ajv.opts.unevaluated = false
  addFormats(ajv)
  ajv.addFormat('int64', { type: 'number', validate: isInt64 })
  // The validator's own divides floating point numbers: 0.3 would be no multiple of 0.1.
  ajv.removeKeyword('multipleOf')
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    validate: (divisor: number, value: number) => isMultiple(value, divisor),
    errors: false,
  })
  return ajv
}

function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63
}

/** The flags are ours to choose: some patterns are valid without `u` only. Invalid ones have been turned down before. */
function createPattern(source: string): RegExp {
  return compilePattern(source) ?? /(?!)/
}
