/**
 * The words of a text as the search knows them: `createOrderLine`, `create_order-line` and `create order line` have the
 * same. Letters and digits of any script, folded to lower case without marks.
 */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, maxWords) ?? []
  )
}

const maxWords = 400
