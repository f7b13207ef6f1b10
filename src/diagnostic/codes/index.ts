import type { ParamsOf } from '../define-codes.js'
import { annotationCodes } from './annotation.js'
import { asyncapiCodes } from './asyncapi.js'
import { catalogCodes } from './catalog.js'
import { catalogClientCodes } from './catalog-client.js'
import { configCodes } from './config.js'
import { diffCodes } from './diff.js'
import { generateCodes } from './generate.js'
import { handlerCodes } from './handlers.js'
import { internalCodes } from './internal.js'
import { openapiCodes } from './openapi.js'
import { overlayCodes } from './overlay.js'
import { patternCodes } from './pattern.js'
import { runtimeCodes } from './runtime.js'
import { schemaCodes } from './schema.js'
import { sourceCodes } from './source.js'
import { usageCodes } from './usage.js'

/** Every code, once. TK1 load and annotations, TK2 policy, TK3 diff, TK4 generate, TK5 catalog, TK6 config and command line, TK7 runtime, TK9 our own bug. */
export const codes = {
  ...sourceCodes, // TK10xx
  ...openapiCodes, // TK11xx
  ...asyncapiCodes, // TK12xx
  ...annotationCodes, // TK13xx
  ...overlayCodes, // TK14xx
  ...schemaCodes, // TK15xx
  ...patternCodes, // TK155x
  ...diffCodes, // TK39xx
  ...generateCodes, // TK40xx
  ...handlerCodes, // TK404x
  ...catalogCodes, // TK50xx, TK52xx
  ...usageCodes, // TK51xx
  ...catalogClientCodes, // TK53xx
  ...configCodes, // TK60xx
  ...runtimeCodes, // TK7xxx
  ...internalCodes, // TK90xx
} as const

export type CodeName = keyof typeof codes

/** The parameters that a code's message and help ask for. */
export type ParamsFor<Code extends CodeName> = Readonly<
  Record<
    | ParamsOf<(typeof codes)[Code]['message']>
    | ParamsOf<(typeof codes)[Code] extends { help: infer Help extends string } ? Help : ''>,
    string | number
  >
>
