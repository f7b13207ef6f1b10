import { defineConfig } from 'vitest/config'

/** These replace modules, or say for all tests of their process over which adapter they go. */
const alone = [
  'test/generate/emit/emit.test.ts',
  'test/runtime/adapters/*-cases.test.ts',
  'test/runtime/otel/**/*.test.ts',
]
/** Several processes, which work together or are killed: `npm run test:processes`. */
const processes = [
  'test/catalog/cli/**/*.test.ts',
  'test/catalog/processes/**/*.test.ts',
  'test/commands/catalog-*.test.ts',
  'test/runtime/idempotency/kill.test.ts',
]
const never = ['test/samples/**', '**/node_modules/**']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    maxWorkers: '100%',
    projects: [
      // Half of the time went into reading the same modules again for each file.
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...alone, ...processes, ...never],
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: never } },
      { extends: true, test: { name: 'processes', isolate: false, include: processes, exclude: never } },
    ],
  },
  resolve: {
    // Tests read the runtime's sources, so that they never judge a stale build.
    alias: [{ find: /^@tenantkit\/runtime(\/.*)?$/, replacement: `${import.meta.dirname}/src/runtime/src$1/index.ts` }],
  },
})
