/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Part, PartStatement } from '../../model/index.js'
import { ContractTrail } from '../view/contract-trail.js'
import { Page } from '../view/page.js'
import { ClassBadge, Pages, ScopeBadge } from '../view/parts.js'
import { windowOf } from '../view/row-window.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'
import { Referrers, Users } from './part-people.js'
import { firstTargets, SectionView } from './part-section.js'
import type { PartProps } from './part-view.js'

/** One operation, or one schema: what it consists of, what is declared of it, and who has to do with it. */
export function PartPage({ site, view }: PartProps) {
  const { contract, version: record, part, offset } = view
  const { namespace, name } = contract
  const { version } = record
  const coordinates = { namespace, name, version }
  const place = { page: 'part', kind: part.kind, key: part.key, ...coordinates } as const
  const window = windowOf(part.sections, offset)
  const targets = firstTargets(window.shown, view.targets)
  return (
    <Page site={site} title={`${shown(part.label, 120)} · ${namespace}/${name} ${version}`} section="contracts">
      <ContractTrail site={site} namespace={namespace} name={name} version={version} />
      <h1>
        <code>{shown(part.label, 200)}</code>
      </h1>
      {part.summary !== undefined && <p class="lead">{shown(part.summary, 300)}</p>}
      <Badges part={part} />
      {part.description !== undefined && <p class="prose">{shown(part.description, 2001)}</p>}
      <Statements site={site} view={view} />
      {window.shown.map((section) => (
        <SectionView site={site} coordinates={coordinates} section={section} target={targets.get(section)} />
      ))}
      {part.isCut && window.next === undefined && (
        <p class="soft">There is more of it than is shown here: the document has all of it.</p>
      )}
      <Pages
        site={site}
        first={offset > 0 ? place : undefined}
        next={window.next === undefined ? undefined : { ...place, offset: window.next }}
      />
      {part.kind === 'operation' ? <Users site={site} view={view} /> : <Referrers site={site} view={view} />}
    </Page>
  )
}

function Badges({ part }: { readonly part: Part }) {
  const { kind, scope, sensitivity, category, takes, gives, deprecated, lifecycle, tags } = part
  return (
    <ul class="badges">
      {kind === 'operation' && (
        <li>{scope === undefined ? <span class="badge none">no scope</span> : <ScopeBadge scope={scope} />}</li>
      )}
      {kind === 'schema' && (
        <li>
          <ClassBadge sensitivity={sensitivity} category={category} />
        </li>
      )}
      {(['takes', 'gives'] as const).map((word) => {
        const carried = word === 'takes' ? takes : gives
        if (!carried || (carried.sensitivity === undefined && carried.categories.length === 0)) return undefined
        return (
          <li>
            {word} <ClassBadge sensitivity={carried.sensitivity} />{' '}
            <span class="soft">{carried.categories.join(', ')}</span>
          </li>
        )
      })}
      {(lifecycle ?? (deprecated ? 'deprecated' : undefined)) !== undefined && (
        <li>
          <span class="badge">{shown(lifecycle ?? 'deprecated', 40)}</span>
        </li>
      )}
      {tags.map((tag) => (
        <li class="soft">{shown(tag, 60)}</li>
      ))}
    </ul>
  )
}

function Statements({ site, view: { contract, version, part } }: PartProps) {
  const { namespace, name } = contract
  const pointer = part.pointer === '' ? '/' : part.pointer
  const [, file] = /^([^/#…][^#]*)#/.exec(part.pointer) ?? []
  const source =
    part.line === undefined
      ? undefined
      : site.href({ page: 'source', namespace, name, version: version.version, file, line: part.line })
  return (
    <dl class="provenance">
      {part.kind === 'operation' && (
        <div>
          <dt>Id</dt>
          <dd>
            <code>{shown(part.name, 200)}</code>
          </dd>
        </div>
      )}
      {part.statements.map((statement) => (
        <div>
          <dt>{statement.name}</dt>
          <dd>
            <StatementText site={site} statement={statement} />
          </dd>
        </div>
      ))}
      <div>
        <dt>Source</dt>
        <dd>
          {source === undefined ? (
            <code>{shown(pointer, 300)}</code>
          ) : (
            <a href={source}>
              <code>{shown(pointer, 300)}</code>, line {part.line}
            </a>
          )}
        </dd>
      </div>
    </dl>
  )
}

function StatementText({
  site,
  statement: { text, contracts = [] },
}: {
  readonly site: Site
  readonly statement: PartStatement
}) {
  if (contracts.length === 0) return <>{shown(text, 301)}</>
  return (
    <>
      {contracts.map(({ namespace, name }, index) => (
        <>
          {index > 0 && ', '}
          <a href={site.href({ page: 'contract', namespace, name })}>{`${namespace}/${name}`}</a>
        </>
      ))}
    </>
  )
}
