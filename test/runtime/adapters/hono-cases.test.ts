import { afterEach, beforeEach, vi } from 'vitest'
import { describeAttackCases } from './support/attack-cases.js'
import { overSocket } from './support/over-socket.js'

// Its server tells the console of every stream that breaks off.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => void vi.restoreAllMocks())

describeAttackCases(overSocket('hono'))
