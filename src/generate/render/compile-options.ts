/**
 * How every template is compiled, ours and a user's. Values are safe text already, so nothing is escaped; a missing value
 * throws; the only helpers are blocks, so a template lays out and does not decide.
 */
export const compileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: {
    each: true,
    if: true,
    unless: true,
    with: false,
    lookup: false,
    log: false,
    helperMissing: false,
    blockHelperMissing: false,
  },
}
