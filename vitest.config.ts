import { defineConfig } from 'vitest/config'

/** These replace modules, or say for all tests of their process over which adapter they go. */
const alone = [
  'test/generate/emit/emit.test.ts',
  'test/runtime/adapters/*-cases.test.ts',
  'test/runtime/otel/**/*.test.ts',
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
        test: { name: 'shared', isolate: false, include: ['test/**/*.test.ts'], exclude: [...alone, ...never] },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: never } },
    ],
  },
  resolve: {
    // Tests read the runtime's sources, so that they never judge a stale build.
    alias: [{ find: /^@tenantkit\/runtime(\/.*)?$/, replacement: `${import.meta.dirname}/src/runtime/src$1/index.ts` }],
  },
})
