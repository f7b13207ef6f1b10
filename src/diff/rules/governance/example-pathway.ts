/** A pathway for examples. */
export const handover = `x-tenant-pathways:
  handover: { from: retailer, to: supplier, purpose: Fulfilment., ceiling: confidential, requires: grant }`
