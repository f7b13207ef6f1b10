import type { AuditSink } from '../audit/index.js'
import { systemClock } from '../context/index.js'
import { MaskedValueError, RevealRefusedError, TenantContextMissing } from '../error/index.js'
import { exposed, isSensitive, openMasked, openToken, type Sensitive } from '../masking/index.js'
import { currentCall } from './bound-call.js'
import { type AuditNote, audit, auditSurely, type RoutedCall } from './call.js'

export interface RevealOptions {
  /** What for: one of the purposes that the contract declares for the operation (`x-data-flow`), where it declares any. */
  readonly purpose: string
  /** Of a text that strategy `encrypt` made: the place that it belongs to, `Order.email`. */
  readonly field?: string | undefined
  /** Where it is written down when no call is being served; a call uses the audit of its server. */
  readonly audit?: AuditSink | undefined
}

/**
 * The value behind a {@link Sensitive}, or behind a text that strategy `encrypt` or `tokenize` made for this tenant. It is
 * written down first (`data-revealed`): without a purpose, or with nowhere to write it, it stays hidden.
 *
 * @throws RevealRefusedError when it stays hidden.
 * @throws MaskedValueError when the key is gone, or the text belongs to another tenant or field.
 */
export async function reveal<T>(value: Sensitive<T>, options: RevealOptions): Promise<T>
export async function reveal(value: string, options: RevealOptions): Promise<string>
export async function reveal(value: unknown, options: RevealOptions): Promise<unknown> {
  const call = callFor(options)
  const { purpose, field } = options
  const refused = refusal(purpose, call?.operation.operation.purposes ?? [])
  if (refused !== undefined) {
    if (call) audit(call, { event: 'reveal-refused', reason: refused })
    throw new RevealRefusedError(refused)
  }
  const opened = isSensitive(value) ? { value: exposed(value) } : { value: await openText(value, call, field) }
  const details = { purpose, ...(field !== undefined && { fields: [field] }) }
  const note: AuditNote = { event: 'data-revealed', reason: isSensitive(value) ? 'sensitive' : 'masked', details }
  try {
    if (call) await auditSurely(call, note)
    else await writeOutside(note, options.audit)
  } catch (cause) {
    throw new RevealRefusedError('it could not be written down', { cause })
  }
  return opened.value
}

function callFor({ audit: sink }: RevealOptions): RoutedCall | undefined {
  const bound = currentCall()
  if (!bound && !sink) throw new TenantContextMissing('no call is being served here, and there is no `audit`')
  return bound?.call
}

/** Untyped callers may leave it out. */
function refusal(purpose: unknown, declared: readonly string[]): string | undefined {
  if (typeof purpose !== 'string' || !/^[^\p{Cc}]{1,200}$/u.test(purpose) || purpose.trim() === '')
    return 'purpose-missing'
  return declared.length > 0 && !declared.includes(purpose) ? 'purpose-undeclared' : undefined
}

async function openText(text: unknown, call: RoutedCall | undefined, field: string | undefined): Promise<string> {
  if (!call) throw new TenantContextMissing('a masked text is opened by the keys of a call')
  if (typeof text !== 'string') throw new MaskedValueError('forged')
  const { environment, tenant } = call
  const keys = await environment.keys.keysOf(tenant)
  const sealed = text.startsWith('tok_') ? await environment.options.vault?.find(tenant, text) : undefined
  const opened =
    sealed === undefined ? openMasked(text, field ?? '', { keys, tenant }) : openToken(sealed, text, { keys, tenant })
  if (typeof opened === 'string') throw new MaskedValueError(opened)
  return opened.text
}

async function writeOutside({ event, reason, details = {} }: AuditNote, sink: AuditSink | undefined): Promise<void> {
  if (!sink) throw new TypeError('there is no audit')
  await sink.write({
    at: new Date(systemClock.now()).toISOString(),
    event,
    operation: undefined,
    tenant: undefined,
    principal: undefined,
    issuer: undefined,
    traceId: '',
    reason,
    status: undefined,
    details,
  })
}
