import type {
  Binding,
  Channel,
  ChannelOperation,
  ChannelParameter,
  Clearance,
  Contract,
  DataPolicy,
  Encoding,
  Governance,
  Header,
  HttpOperation,
  Link,
  MediaType,
  Message,
  OAuthFlow,
  Parameter,
  Pathway,
  RequestBody,
  Response,
  Schema,
  SecurityScheme,
  Server,
  ServerVariable,
  Tag,
} from '../../contract/model/index.js'

/** What a schema says as a whole, whatever it is made of. */
export interface Payload {
  readonly meaning: Schema
}

/** The nodes of the contract model that edits are made to, by the name that claims use. */
export interface NodeTypes {
  contract: Contract
  server: Server
  broker: Server
  'server-variable': ServerVariable
  tag: Tag
  scheme: SecurityScheme
  flow: OAuthFlow
  operation: HttpOperation
  parameter: Parameter
  body: RequestBody
  'media-type': MediaType
  encoding: Encoding
  response: Response
  header: Header
  link: Link
  channel: Channel
  'channel-parameter': ChannelParameter
  'channel-operation': ChannelOperation
  reply: NonNullable<ChannelOperation['reply']>
  message: Message
  binding: Binding
  schema: Schema
  payload: Payload
  governance: Governance
  /** What is said of a server is said of the place where data lies, not of operations. */
  'server-governance': Governance
  pathway: Pathway
  policy: DataPolicy
  clearance: Clearance
}

export type NodeKind = keyof NodeTypes
