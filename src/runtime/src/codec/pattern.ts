/** Texts that a pattern is tried on; longer ones violate it where the pattern may take long. */
const longestTested = 10_000

/**
 * A pattern of the contract. It is read with the flag `u`, as JSON Schema asks; one that is valid only without (`\-`
 * outside a class, a lone `{`) is read as browsers do. One that is invalid in both ways accepts every text: generation
 * warned of it.
 */
export function pattern(source: string): RegExp {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(source, flags)
    } catch {
      // The next way of reading it.
    }
  }
  return /(?:)/
}

/** For patterns that may take long: bounds the text that they are tried on. */
export function matchesBounded(tested: RegExp, text: string): boolean {
  return text.length <= longestTested && tested.test(text)
}
