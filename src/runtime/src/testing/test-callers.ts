import type { Authenticator } from '../auth/index.js'
import type { Principal } from '../context/index.js'

/** Who a test calls as. */
export interface TestCaller {
  /** Absent: credentials that name no tenant, as an operator's. */
  readonly tenant?: string | undefined
  /** Name of a clearance in the contract's data policy. */
  readonly clearance?: string | undefined
  /** Default: all. */
  readonly scopes?: readonly string[] | undefined
  /** Subject. Default: `tester`. */
  readonly principal?: string | undefined
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

export interface TestCallers {
  /** A credential that stands for `caller`, with these callers only. */
  credentialOf(caller: TestCaller): string
  readonly authenticator: Authenticator
}

/** Verified callers without keys and signatures. There is no way to get them from outside of `/testing`. */
export function testCallers(): TestCallers {
  const callers = new Map<string, TestCaller>()
  return {
    credentialOf(caller) {
      const credential = `test-caller-${callers.size + 1}`
      callers.set(credential, caller)
      return credential
    },
    authenticator: {
      authenticate({ value }) {
        const caller = callers.get(value)
        if (!caller) return { outcome: 'refused', reason: 'unknown-test-caller' }
        const { tenant } = caller
        return { outcome: 'authenticated', principal: principalOf(caller), ...(tenant !== undefined && { tenant }) }
      },
    },
  }
}

function principalOf({ principal = 'tester', clearance, scopes, claims = {} }: TestCaller): Principal {
  return { id: principal, issuer: 'test', scopes: scopes ?? everything, clearance, claims: structuredClone(claims) }
}

/** Whatever is looked for is there. */
const everything: readonly string[] = Object.assign([] as string[], { includes: () => true })
