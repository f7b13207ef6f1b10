import { normal } from './names.js'

/** How a query parameter chooses: by names of fields in its value, or by its own name. */
export type Selector =
  /** Names to order or group by; any other name is refused, too. */
  | { readonly kind: 'order' }
  /** Names to show: what they hold is masked all the same. */
  | { readonly kind: 'projection' }
  /** An expression over names. */
  | { readonly kind: 'filter' }
  /** A text to look for, which may name fields. */
  | { readonly kind: 'search' }
  /** The field that has its name. */
  | { readonly kind: 'value'; readonly field: string }

const kinds: Readonly<Record<Exclude<Selector['kind'], 'value'>, readonly string[]>> = {
  order: words(
    'sort sortby sortfield sortkey sortcolumn sorting order orderby orderfield ordering group groupby distinct distincton aggregate facet facets',
  ),
  projection: words(
    'field fields select include includes exclude omit only expand embed columns projection properties attributes',
  ),
  filter: words('filter filters filterby where having criteria conditions rsql fiql'),
  search: words('q query search searchtext text fulltext'),
}

const known: ReadonlyMap<string, Exclude<Selector, { kind: 'value' }>> = new Map(
  Object.entries(kinds).flatMap(([kind, names]) =>
    names.map((name) => [name, { kind: kind as Exclude<Selector['kind'], 'value'> }] as const),
  ),
)

/** By the name of the parameter: `sort`, `$filter`, `fields[orders]`, `filter[customer][email]`. */
export function selectorOf(name: string): Selector {
  const [, base = name, inner] = /^([^[\]]+)(\[.+)?$/.exec(name) ?? []
  const selector = known.get(normal(base))
  if (!selector) return { kind: 'value', field: name }
  if (inner === undefined || selector.kind === 'projection') return selector
  return { kind: 'value', field: inner }
}

function words(list: string): readonly string[] {
  return list.split(' ')
}
