import { describeAttackCases } from './support/attack-cases.js'
import { overSocket } from './support/over-socket.js'

describeAttackCases(overSocket('node'))
