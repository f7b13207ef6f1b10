export { type CapturingAudit, capturingAudit } from './capturing-audit.js'
export { type ManualClock, manualClock } from './manual-clock.js'
export { seededRandom } from './seeded-random.js'
export type { TestCaller } from './test-callers.js'
export {
  type TestApp,
  type TestClientOptions,
  type TestFetch,
  type TestServerOptions,
  testServer,
} from './test-server.js'
