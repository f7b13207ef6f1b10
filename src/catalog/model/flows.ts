/** What leaves or enters through operations, as far as anybody has said: the highest sensitivity, and the categories. */
export interface CarriedData {
  readonly sensitivity?: string
  readonly categories: readonly string[]
}

/** An allowed way across a tenant boundary, with what takes it. */
export interface PathwayFlow extends CarriedData {
  readonly id: string
  /** Kinds of tenants: `retailer`, `supplier`. */
  readonly from: string
  readonly to: string
  readonly purpose: string
  readonly requires: 'grant' | 'terms'
  /** The most that may take it; absent: nothing is said. */
  readonly ceiling?: string
  /** Categories that may take it; absent: nothing is said. */
  readonly allowed?: readonly string[]
  /** Operations that name it. */
  readonly operations: number
}

/** Another contract that data comes from, or goes to. */
export interface FlowLink {
  readonly kind: 'reads' | 'emits'
  readonly namespace: string
  readonly name: string
}

/** Where the data of a contract goes: what the map of all contracts is made of. Every text is bounded. */
export interface ContractFlows {
  readonly owner?: string
  /** Where data may be. */
  readonly regions: readonly string[]
  /** Where it may be carried beside that. */
  readonly transfers: readonly string[]
  readonly pathways: readonly PathwayFlow[]
  readonly links: readonly FlowLink[]
  /** What operations on the data of tenants give out, or take in. */
  readonly ofTenants: { readonly out: CarriedData; readonly in: CarriedData }
  /** By operation id: the highest sensitivity that it gives out. Those that give out nothing classified are left out. */
  readonly out: Readonly<Record<string, string>>
}
