import { isTenantId } from '../context/index.js'
import { decodeParameters, decodeQuery, own, type WireIssue } from '../wire/index.js'
import type { RoutedCall } from './call.js'
import { certificateOf } from './certificate.js'
import { type Refusal, refuse } from './refusal.js'
import { parameterGroups, wireIssues } from './wire-issues.js'

/** A tenant that something in the request names. Nothing of it is verified. */
export interface Carried {
  readonly carrier: 'header' | 'host' | 'certificate' | 'path' | 'query' | 'cookie' | 'undeclared-query'
  readonly tenant: string
  /** The contract says that it stands there. */
  readonly isDeclared: boolean
}

/**
 * Everything in a request, its body excepted, that names a tenant, in its canonical spelling. Another spelling is
 * malformed: nothing is folded, trimmed or unescaped until it fits.
 */
export function carriersOf(call: RoutedCall): readonly Carried[] | Refusal {
  const header = fromHeader(call)
  if ('kind' in header) return header
  const parameters = fromParameters(call)
  if ('kind' in parameters) return parameters
  const others = [fromHost(call), fromCertificate(call), parameters, fromStrayQuery(call)].filter(isSomething)
  return others.length === 0 ? header : [header, ...others].flat()
}

const none: readonly Carried[] = []

function isSomething({ length }: readonly Carried[]): boolean {
  return length > 0
}

function fromHeader(call: RoutedCall): readonly Carried[] | Refusal {
  const lines = call.headers.all('x-tenant-id')
  if (lines.length === 0) return none
  const [tenant] = lines
  if (lines.length === 1 && isTenantId(tenant)) return [{ carrier: 'header', tenant, isDeclared: false }]
  const reason = lines.length === 1 ? 'tenant-header-malformed' : 'tenant-header-repeated'
  return refuse('TK7208', { audit: { event: 'tenant-mismatch', reason } })
}

/** `Host` only: what proxies add is for whoever runs them to turn into a host. */
function fromHost(call: RoutedCall): readonly Carried[] {
  const { tenantOfHost } = call.environment.options
  if (!tenantOfHost) return none
  const hosts = call.headers.all('host').map((host) => tenantOfHost(host))
  return hosts.flatMap((tenant) => (tenant === undefined ? [] : [{ carrier: 'host', tenant, isDeclared: false }]))
}

function fromCertificate(call: RoutedCall): readonly Carried[] {
  const { tenantOfCertificate } = call.environment.options
  const certificate = tenantOfCertificate && certificateOf(call)
  const tenant = certificate && tenantOfCertificate(certificate)
  return tenant === undefined ? none : [{ carrier: 'certificate', tenant, isDeclared: false }]
}

function fromParameters(call: RoutedCall): readonly Carried[] | Refusal {
  const { tenantParameters } = call.operation
  if (tenantParameters.length === 0) return none
  const decoded = decodeParameters(tenantParameters, {
    path: call.pathParameters,
    query: call.query,
    header: call.headers.all,
  })
  if (decoded.issues.length > 0) return refuse('TK7214', { issues: wireIssues(decoded.issues) })
  const carried: Carried[] = []
  for (const parameter of tenantParameters) {
    const group = parameterGroups[parameter.in]
    const value = own(decoded[group], parameter.property ?? parameter.name)
    if (value === undefined) continue
    for (const tenant of [value].flat() as readonly unknown[]) {
      if (!isTenantId(tenant)) {
        return refuse('TK7214', {
          issues: [{ path: `/${group}/${parameter.name}`, keyword: 'format', expected: 'a tenant' }],
          audit: { event: 'tenant-mismatch', reason: 'tenant-parameter-malformed' },
        })
      }
      const carrier = parameter.in === 'querystring' ? 'query' : parameter.in
      carried.push({ carrier, tenant, isDeclared: true })
    }
  }
  return carried
}

/** Nobody reads these; a caller who sends one means it, and is not served as somebody else. */
function fromStrayQuery(call: RoutedCall): readonly Carried[] {
  if (!call.query.includes('tenant')) return none
  const issues: WireIssue[] = []
  const values = decodeQuery(call.operation.strayTenantParameters, call.query, issues)
  const texts = Object.values(values).flat()
  return texts.flatMap((tenant) =>
    typeof tenant === 'string' ? [{ carrier: 'undeclared-query', tenant, isDeclared: false }] : [],
  )
}
