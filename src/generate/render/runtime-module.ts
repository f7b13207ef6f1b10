/** What generated types import from. */
export const runtimeModule = '@tenantkit/runtime/gen1'
