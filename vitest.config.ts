import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/samples/**', '**/node_modules/**'],
    testTimeout: 20_000,
  },
  resolve: {
    // Tests read the runtime's sources, so that they never judge a stale build.
    alias: [{ find: /^@tenantkit\/runtime(\/.*)?$/, replacement: `${import.meta.dirname}/src/runtime/src$1/index.ts` }],
  },
})
