export type { Binding, BindingField } from './binding.js'
export type { Channel, ChannelParameter, Message } from './channel.js'
export type { Contract, Server, ServerVariable, Tag } from './contract.js'
export {
  type Annotated,
  type CategoryName,
  type Classification,
  type Clearance,
  categories,
  type DataFlow,
  type DataPolicy,
  type Governance,
  type Idempotency,
  type Lifecycle,
  type Masking,
  maskingStrategies,
  type Owner,
  type Pathway,
  type Residency,
  type Resilience,
  type Retention,
  type ScopeName,
  type Sensitivity,
  sensitivities,
  type TenantKey,
  type TenantScope,
  tenantScopes,
} from './governance.js'
export {
  type ChannelOperation,
  type Encoding,
  type Header,
  type HttpOperation,
  httpMethods,
  type Link,
  type MediaType,
  type Operation,
  type Parameter,
  type ParameterStyle,
  type RequestBody,
  type Response,
} from './operation.js'
export type { Origin } from './origin.js'
export type { Discriminator, JsonType, Schema, SchemaId } from './schema.js'
export type { OAuthFlow, SecurityRequirement, SecurityScheme } from './security.js'
