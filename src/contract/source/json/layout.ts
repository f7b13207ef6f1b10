/** What lies where in the bytes of a JSON document, so that places in it are found without reading it again. */
export interface JsonLayout {
  /** Offsets of the lines' first bytes. */
  readonly lines: Int32Array
  /** Where the containers start that are large enough to be worth a note, in ascending order. */
  readonly starts: Int32Array
  /** The offset behind each of them. */
  readonly ends: Int32Array
}
