/** One thing that those who run the catalog should hear of. */
export type CatalogEvent = { readonly event: string } & Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>

export type CatalogLog = (event: CatalogEvent) => void

/** One line of JSON for each event. Printable ASCII only: nothing in it can start a line or fool a terminal. */
export function lineLog(write: (line: string) => unknown, now: () => Date): CatalogLog {
  return (event) => {
    const text = JSON.stringify({ at: now().toISOString(), ...event })
    write(`${text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`)
  }
}
