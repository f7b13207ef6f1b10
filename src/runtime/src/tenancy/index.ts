/** Which tenants are served, and with what. */
export { type CachedTenantsOptions, cachedTenants } from './cached-tenants.js'
export {
  type CredentialVendor,
  type CredentialVendorOptions,
  credentialVendor,
  type VendedCredential,
} from './credential-vendor.js'
export { type KillSwitchOptions, killSwitch, type SwitchBoard } from './kill-switch.js'
export type { KillSwitch, Stop, TenantDirectory, TenantState } from './types.js'
