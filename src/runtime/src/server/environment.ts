import type { Authenticator } from '../auth/index.js'
import { type Clock, hexIds, type Random, systemClock, systemRandom } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import { ephemeralKeys, type KeyProvider } from '../keys/index.js'
import { own } from '../wire/index.js'
import { type Guarding, guardingsOf } from './guarding.js'
import { type SettledRules, settleRules } from './idempotency-rules.js'
import { type Handler, type PreparedOperation, prepareOperation } from './operation.js'
import { type Authenticate, defaultLimits, type Limits, type ServerOptions } from './options.js'
import type { ServerContract, ServerOperation } from './types.js'

/** The options of a server with all defaults filled in, and its operations prepared. */
export interface Environment {
  readonly contract: ServerContract
  readonly options: ServerOptions
  readonly operations: readonly PreparedOperation[]
  readonly limits: Limits
  readonly clock: Clock
  readonly random: Random
  /** 32 hex digits. */
  readonly newTraceId: () => string
  readonly keys: KeyProvider
  rulesOf(operation: string): SettledRules
  authenticatorOf(scheme: string): Authenticator | undefined
  guardingOf(operation: string): Guarding | undefined
}

/** @throws ConfigurationError when something is missing that the contract cannot do without. */
export function createEnvironment(contract: ServerContract, options: ServerOptions): Environment {
  const basePath = options.basePath ?? ''
  if (basePath !== '' && !/^(?:\/[^/]+)+$/.test(basePath)) {
    throw new ConfigurationError('`basePath` starts with a slash and does not end with one')
  }
  const operations = contract.operations.map((operation) =>
    prepareOperation(operation, contract, handlerOf(operation, options.handlers), basePath),
  )
  if (!options.authenticate && operations.some(({ security }) => security.length > 0)) {
    throw new ConfigurationError('`authenticate` is required: the contract has operations that are not public')
  }
  if (!options.idempotency && contract.operations.some(({ idempotency }) => idempotency)) {
    throw new ConfigurationError('`idempotency` is required: the contract has operations that declare it')
  }
  const clock = options.clock ?? systemClock
  const random = options.random ?? systemRandom
  return {
    contract,
    options,
    operations,
    limits: limitsOf(options.limits ?? {}),
    clock,
    random,
    newTraceId: hexIds(random, 16),
    keys: options.keys ?? ephemeralKeys(),
    rulesOf: settleRules(options.idempotencyRules ?? {}, contract.operations),
    authenticatorOf: authenticatorsOf(options.authenticate),
    guardingOf: guardingsOf(contract, options.resilience, clock),
  }
}

/** Read each time a server is made, not each call: handlers are not swapped underneath a running server. */
function handlerOf(operation: ServerOperation, handlers: object): Handler {
  const name = operation.handler ?? operation.id
  // Methods of classes are inherited, those of Object.prototype are no handlers.
  const handler: unknown =
    name in Object.prototype && !Object.hasOwn(handlers, name) ? undefined : Reflect.get(handlers, name)
  if (typeof handler !== 'function') throw new ConfigurationError(`there is no handler \`${name}\``)
  return (request) => Reflect.apply(handler, handlers, [request]) as unknown
}

function authenticatorsOf(option: Authenticate | undefined): (scheme: string) => Authenticator | undefined {
  if (option === undefined) return () => undefined
  if (isAuthenticator(option)) return () => option
  return (scheme) => own(option, scheme)
}

function isAuthenticator(option: Authenticate): option is Authenticator {
  return typeof option.authenticate === 'function'
}

function limitsOf(given: Partial<Limits>): Limits {
  const limits = { ...defaultLimits, ...given }
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isFinite(value) || value <= 0)
      throw new ConfigurationError(`the limit \`${name}\` is no positive number`)
  }
  return limits
}
