import type { Sensitivity } from '../../codec/types.js'

/**
 * What the items of an operation's answers hold, where some of it is hidden from some callers: nobody may choose or order
 * them by what is hidden. Fields are paths from the item on, as JSON Pointers without the slash at the start.
 */
export interface ServerSelection {
  /** All that are declared. */
  readonly fields: readonly string[]
  readonly hidden: readonly HiddenFields[]
  /** Query parameters that take no names but those which the contract lists. */
  readonly listed?: readonly string[]
  /** What the contract says of query parameters, and of the members of a body that chooses. */
  readonly declared?: readonly DeclaredClass[]
  /** The body says what is looked for: its members choose as query parameters do. */
  readonly body?: true
}

/** A class of values that are hidden from somebody. */
export interface HiddenClass {
  readonly sensitivity: Sensitivity
  readonly category?: string
}

export interface HiddenFields extends HiddenClass {
  /** Fields that have the class. */
  readonly of?: readonly string[]
  /** Fields that hold others which have it. */
  readonly inside?: readonly string[]
}

/** The class of a query parameter, or of a member of the body. */
export interface DeclaredClass extends HiddenClass {
  readonly name: string
  /** The contract says why this is less than what the field of that name has: it counts alone. */
  readonly overrides?: boolean
}

/** A class that a name leads to. */
export interface HeldClass {
  readonly hidden: HiddenClass
  /** Not the field itself, but something in it. */
  readonly isInside: boolean
}
