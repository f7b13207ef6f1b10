export type ParticipantKind = 'contract' | 'consumer'

export interface OperationUse {
  /** The operation's id. */
  readonly operation: string
  /** Fields of its responses that are read, as dotted paths (`items.email`); absent: all of them. */
  readonly fields?: readonly string[] | undefined
}

/** What a consumer uses of one contract. */
export interface ContractUse {
  readonly namespace: string
  readonly name: string
  /** The version that the consumer was built with. */
  readonly version: string
  readonly operations: readonly OperationUse[]
}

/** Who uses a contract, and what of it. */
export interface ConsumerUse {
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly operations: readonly OperationUse[]
}
