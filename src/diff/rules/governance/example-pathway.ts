/** Of an operation that takes it. */
export const crossing = 'x-tenant-scope: { scope: cross-tenant, pathways: [handover], justification: Fulfilment. }'

/** A pathway for examples. */
export const handover = `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`
