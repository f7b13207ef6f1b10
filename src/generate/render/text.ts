/**
 * Text that is safe in one place of TypeScript source. Nothing that comes from a contract reaches the output but through
 * one of the functions that make these; the brands keep raw strings out of templates at compile time.
 */
declare const place: unique symbol
interface Placed<Place extends string> {
  readonly [place]: Place
}

/** An identifier that is no reserved word. */
export type Ident = string & Placed<'identifier'>
/** A string literal with its quotes. */
export type StrLit = string & Placed<'string'>
/** The lines of a doc comment, without its frame; cannot end the comment. */
export type DocText = string & Placed<'doc'>
/** A type expression. */
export type TypeText = string & Placed<'type'>
/** An expression or statements made of literals, identifiers and types. */
export type CodeText = string & Placed<'code'>
/** A module specifier with its quotes. */
export type ModulePath = string & Placed<'module'>
/** Anything that templates may write. */
export type SafeText = Ident | StrLit | DocText | TypeText | CodeText | ModulePath
