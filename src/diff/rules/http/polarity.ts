import { type Place, type Polarity, polarityOf } from '../../edit/edit.js'

/** Whether the API reads what is spoken of, or writes it. */
export function polarityAt({ direction = 'request' }: Place): Polarity {
  return polarityOf(direction)
}
