/** Target of the first link with a relation, from the header `Link` (RFC 8288, section 3); undefined when there is none. */
export function linkTarget(header: string | null, relation: string): string | undefined {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(link)) {
    const [, quoted, plain] = rel.exec(parameters) ?? []
    const relations = (quoted ?? plain ?? '').toLowerCase().split(/\s+/)
    if (relations.includes(relation)) return target
  }
  return undefined
}

// `<target>` and its parameters, up to a comma that stands in no quotes.
const link = /<([^<>]*)>((?:[^,"<]|"(?:[^"\\]|\\.)*")*)/g
/** The first `rel` counts (section 3.3). */
const rel = /;\s*rel\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+))/i
