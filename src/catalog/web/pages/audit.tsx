/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ChainFault, ChainVerdict } from '@tenantkit/runtime/audit'
import type { AuditRecord } from '../../store/index.js'
import { Page } from '../view/page.js'
import { Instant, Pages, Table } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { counted, shown } from '../view/text.js'

export const linesShown = 100

export interface AuditView {
  /** Newest first. */
  readonly lines: readonly AuditRecord[]
  /** Where the page starts, unless it is the newest one. */
  readonly before?: number | undefined
  readonly next?: number | undefined
  /** What came out when the chain was verified just now. */
  readonly verdict?: ChainVerdict | undefined
  /** The newest signature, to be kept elsewhere. */
  readonly checkpoint?: string | undefined
}

/** What was done, by whom, and that nothing of it was changed since. */
export function AuditPage({ site, view }: { readonly site: Site; readonly view: AuditView }) {
  const { lines, before, next, verdict, checkpoint } = view
  return (
    <Page site={site} title="Audit" section="audit">
      <h1>Audit</h1>
      <p class="lead">Each entry holds on to the one before it, and signatures hold on to all.</p>
      <form class="inline" method="get" action={site.href({ page: 'audit' })}>
        <button name="verify" value="yes">
          Verify the chain now
        </button>
      </form>
      {verdict && <Verified verdict={verdict} checkpoint={checkpoint} />}
      <Table label="Entries" numbers={['No.']} head={['No.', 'When', 'Who', 'What', 'To what']}>
        {lines.map(({ position, kind, at, actor, action, subject }) => (
          <tr class={kind}>
            <td class="number">{position}</td>
            <td>
              <Instant at={at} />
            </td>
            <td>{shown(actor, 100)}</td>
            <th scope="row">{action}</th>
            <td>{shown(subject, 300)}</td>
          </tr>
        ))}
      </Table>
      <Pages
        site={site}
        first={before === undefined ? undefined : { page: 'audit' }}
        next={next === undefined ? undefined : { page: 'audit', before: next }}
      />
    </Page>
  )
}

function Verified({
  verdict,
  checkpoint,
}: {
  readonly verdict: ChainVerdict
  readonly checkpoint?: string | undefined
}) {
  if (verdict.kind === 'broken') {
    return (
      <p class="alert" role="status">
        ✖ The chain is broken at line {verdict.line}: {faults[verdict.why]}
      </p>
    )
  }
  return (
    <div role="status">
      <p class="outcome passed">
        ✓ The chain is intact: {counted(verdict.links, 'entry', 'entries')}, {counted(verdict.checkpoints, 'signature')}{' '}
        by the key of this catalog.
      </p>
      {checkpoint !== undefined && (
        <>
          <p class="soft">
            This signature says how far it has come. Whoever keeps it elsewhere notices when something is cut off or
            written anew:
          </p>
          <pre class="checkpoint">{checkpoint}</pre>
        </>
      )}
    </div>
  )
}

const faults: { readonly [Fault in ChainFault]: string } = {
  unreadable: 'it is no entry and no signature.',
  'out-of-sequence': 'an entry is missing, doubled, or in another place.',
  unlinked: 'the entry does not hold on to the one before.',
  changed: 'the entry is not what was written.',
  'checkpoint-not-signed': 'the signature is not by the key of this catalog.',
  'checkpoint-of-another-chain': 'the signature tells of another chain.',
  'checkpoint-missing': 'a signature is missing.',
  'cut-off': 'entries have been cut off, or were written anew.',
}
