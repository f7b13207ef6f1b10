declare const unrecognized: unique symbol

/**
 * A value that an open enum may have besides those the contract names. Readers must expect one; writers cannot invent one,
 * because no literal has the brand.
 */
export type Unrecognized = string & { readonly [unrecognized]: true }
