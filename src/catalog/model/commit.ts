/** Whether this can be the name of a commit of Git, whole or shortened, as the contract of the catalog has it. */
export function isCommit(text: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(text)
}
