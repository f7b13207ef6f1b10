import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/**
 * The word of ajv on the document as it is written. Undefined where ajv 8 is known to be wrong: it forgets what has been
 * evaluated, and what `contains` and `uniqueItems` look at depends on the keywords beside them; its `multipleOf` divides
 * floating point numbers.
 */
export function judgedByAjv(document: object | boolean, value: unknown): boolean | undefined {
  if (/"(?:unevaluated\w+|contains|uniqueItems|multipleOf)":|\["__proto__"/.test(JSON.stringify(document)))
    return undefined
  const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true, validateSchema: false })
  ;(addFormats as unknown as (instance: Ajv2020) => void)(ajv)
  return ajv.compile(document)(value)
}
