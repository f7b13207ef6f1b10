import { openVendored } from '../../../src/catalog/web/reference/vendored.js'

/**
 * Whether this build has what shows whole contracts: one without the packages that it is vendored from has not. In CI, where
 * `TENANTKIT_REQUIRE` is set, nothing is to be skipped.
 */
export const isVendored = openVendored() !== undefined || process.env['TENANTKIT_REQUIRE'] !== undefined
