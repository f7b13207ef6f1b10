const time = 'T(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S)'
const date = '(?:\\d+Y(?:\\d+M(?:\\d+D)?)?|\\d+M(?:\\d+D)?|\\d+D)'
const duration = new RegExp(`^P(?:\\d+W|${date}(?:${time})?|${time})$`)

/** `duration` of RFC 3339, appendix A: no fractions, weeks by themselves. */
export function isDuration(text: string): boolean {
  return text.length <= 200 && duration.test(text)
}
