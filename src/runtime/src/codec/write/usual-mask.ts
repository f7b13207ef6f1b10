/**
 * What most hidden texts become, and its JSON text. One constant for all, so that the rows of a list do not quote and
 * unquote it again and again.
 */
export const usualMask = '****'
export const quotedUsualMask = '"****"'
