/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import { type DiffReport, type RenderContext, renderHtmlSection } from '../../../diff/index.js'
import { operationKey } from '../../index-entries/index.js'
import type { ContractName } from '../../store/index.js'
import { ContractTrail } from '../view/contract-trail.js'
import { Page } from '../view/page.js'
import { Figure, Figures, Pages } from '../view/parts.js'
import type { Site } from '../view/site.js'

export const findingsShown = 20

export interface ChangesView extends ContractName {
  readonly before: string
  readonly after: string
  readonly report: DiffReport
  /** Findings that are left out, the worst ones. */
  readonly offset: number
  /** Lines of a document of either version; as reports ask for them. */
  readonly linesOf: (file: string, first: number, last: number) => readonly string[]
  readonly toolVersion: string
}

/** What changed between two versions, in the words and with the payloads of the reports. */
export function ChangesPage({ site, view }: { readonly site: Site; readonly view: ChangesView }) {
  const { namespace, name, before, after, report, offset, linesOf, toolVersion } = view
  const findings = report.findings.slice(offset, offset + findingsShown)
  const { breaking, warning, info } = report.summary
  const place = { page: 'changes', namespace, name, before, after } as const
  // What is gone is only in the version before.
  const operationPage: RenderContext['operationPage'] = ({ id }, finding) => {
    const version = finding.after ? after : before
    return site.href({ page: 'part', kind: 'operation', key: operationKey(id), namespace, name, version })
  }
  return (
    <Page site={site} title={`${namespace}/${name} ${before} → ${after}`} section="contracts">
      <ContractTrail site={site} namespace={namespace} name={name} />
      <h1>
        Changes from <a href={site.href({ page: 'version', namespace, name, version: before })}>{before}</a> to{' '}
        <a href={site.href({ page: 'version', namespace, name, version: after })}>{after}</a>
      </h1>
      <Figures>
        <Figure name="breaking" value={String(breaking)} />
        <Figure name={warning === 1 ? 'warning' : 'warnings'} value={String(warning)} />
        <Figure name="compatible" value={String(info)} />
      </Figures>
      {raw(renderHtmlSection({ ...report, findings }, { toolVersion, style: plain, linesOf, operationPage }))}
      <Pages
        site={site}
        first={offset > 0 ? place : undefined}
        next={
          report.findings.length > offset + findingsShown ? { ...place, offset: offset + findingsShown } : undefined
        }
      />
    </Page>
  )
}

const same = (text: string): string => text
/** Colours are for terminals. */
const plain = { error: same, warning: same, info: same, success: same, strong: same, faint: same }
