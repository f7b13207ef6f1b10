/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import { operationKey } from '../../index-entries/index.js'
import type { Coordinates, Part, PartLinks, PartStatement, TypeWord } from '../../model/index.js'
import type { VersionRecords } from '../../service/index.js'
import type { RegisteredUse } from '../../store/index.js'
import { Page } from '../view/page.js'
import { ClassBadge, Pages, ScopeBadge, Table, Trail } from '../view/parts.js'
import { type ShownSection, windowOf } from '../view/row-window.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'
import { rowMarkup, TypeText } from './part-row.js'

const usersShown = 50

export interface PartView extends VersionRecords {
  readonly part: Part
  /** Sections and rows that are left out, the first ones. */
  readonly offset: number
  /** Schemas that the sections of an operation consist of, by their keys. */
  readonly targets: ReadonlyMap<string, Part>
  /** Who uses the contract. */
  readonly users: readonly RegisteredUse[]
}

interface Shown {
  readonly site: Site
  readonly view: PartView
}

/** One operation, or one schema: what it consists of, what is declared of it, and who has to do with it. */
export function PartPage({ site, view }: Shown) {
  const { contract, version: record, part, offset } = view
  const { namespace, name } = contract
  const { version } = record
  const coordinates = { namespace, name, version }
  const place = { page: 'part', kind: part.kind, key: part.key, ...coordinates } as const
  const window = windowOf(part.sections, offset, (row) => rowMarkup({ site, coordinates, row }))
  return (
    <Page site={site} title={`${shown(part.label, 120)} · ${namespace}/${name} ${version}`} section="contracts">
      <Trail>
        <a href={site.href({ page: 'overview', namespace })}>{namespace}</a>
        {' / '}
        <a href={site.href({ page: 'contract', namespace, name })}>{name}</a>
        {' / '}
        <a href={site.href({ page: 'version', ...coordinates })}>{version}</a>
      </Trail>
      <h1>
        <code>{shown(part.label, 200)}</code>
      </h1>
      {part.summary !== undefined && <p class="lead">{shown(part.summary, 300)}</p>}
      <Badges part={part} />
      {part.description !== undefined && <p class="prose">{shown(part.description, 2001)}</p>}
      <Statements site={site} view={view} />
      {window.shown.map((section) => (
        <SectionView site={site} view={view} section={section} />
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

function Statements({ site, view: { contract, version, part } }: Shown) {
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

function SectionView({
  site,
  view,
  section: { section, rows, isContinued },
}: Shown & { readonly section: ShownSection }) {
  const { title, type = [], notes, description } = section
  const coordinates = coordinatesOf(view)
  return (
    <>
      <h2>
        {shown(title, 200)}
        {isContinued && <span class="soft"> (continued)</span>}
      </h2>
      {!isContinued && description !== undefined && <p class="prose">{shown(description, 301)}</p>}
      {(type.length > 0 || notes.length > 0) && (
        <p class="soft">
          <TypeText site={site} coordinates={coordinates} type={type} />
          {notes.length > 0 && ` ${type.length > 0 ? '· ' : ''}${shown(notes.join(' · '), 600)}`}
        </p>
      )}
      {rows.length > 0 ? (
        <Rows title={title} rows={rows} />
      ) : (
        <Target site={site} view={view} type={type} title={title} />
      )}
    </>
  )
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  return (
    <Table label={shown(title, 200)} head={['Value', 'Type', 'Class', 'What it is']}>
      {rows.map((row) => raw(row))}
    </Table>
  )
}

/** Characters of the rows that are shown of what a section refers to. */
const targetMarkup = 5000

/** The first values of the one schema that a section consists of: most who look at an operation look for these. */
function Target({ site, view, type, title }: Shown & { readonly type: readonly TypeWord[]; readonly title: string }) {
  const keys = new Set(type.flatMap(({ schema }) => schema ?? []))
  const [key = ''] = keys
  const target = keys.size === 1 ? view.targets.get(key) : undefined
  const all = target?.sections[0]?.rows ?? []
  if (!target || all.length === 0) return undefined
  const coordinates = coordinatesOf(view)
  const rows: string[] = []
  let room = targetMarkup
  for (const row of all) {
    const markup = rowMarkup({ site, coordinates, row })
    room -= markup.length
    if (room < 0) break
    rows.push(markup)
  }
  return (
    <>
      {rows.length > 0 && <Rows title={title} rows={rows} />}
      {rows.length < all.length && (
        <p>
          <a href={site.href({ page: 'part', kind: 'schema', key, ...coordinates })}>
            All of {shown(target.label, 120)}
          </a>
        </p>
      )}
    </>
  )
}

function Users({ site, view: { contract, part, users } }: Shown) {
  const { namespace, name } = contract
  const using = users.flatMap((user) => {
    const use = user.operations.find(({ operation }) => operationKey(operation) === part.key)
    return use ? [{ user, use }] : []
  })
  return (
    <>
      <h2>Who uses it</h2>
      {using.length === 0 ? (
        <p class="soft">No consumer has said that it uses this operation.</p>
      ) : (
        <Table label="Consumers" head={['Consumer', 'Built with', 'Fields it reads']}>
          {using.slice(0, usersShown).map(({ user, use }) => (
            <tr>
              <th scope="row">
                {user.namespace}/{user.name} <span class="version">{user.version}</span>
              </th>
              <td>
                <a href={site.href({ page: 'version', namespace, name, version: user.contractVersion })}>
                  {user.contractVersion}
                </a>
              </td>
              <td>{use.fields ? shown(use.fields.join(', '), 300) : 'all'}</td>
            </tr>
          ))}
        </Table>
      )}
      {using.length > usersShown && <p class="soft">and {using.length - usersShown} more</p>}
      {site.viewer && !site.viewer.isAnonymous && (
        <p>
          <a href={site.href({ page: 'map' })}>Where the data of all contracts goes</a>
        </p>
      )}
    </>
  )
}

function Referrers({ site, view }: Shown) {
  const { referrers, operations } = view.part
  return (
    <>
      <h2>Operations that reach it</h2>
      <LinkList site={site} view={view} links={operations} none="No operation does." />
      <h2>What refers to it</h2>
      <LinkList site={site} view={view} links={referrers} none="Nothing does." />
    </>
  )
}

function LinkList({
  site,
  view,
  links: { links, hasMore } = { links: [], hasMore: false },
  none,
}: Shown & { readonly links: PartLinks | undefined; readonly none: string }) {
  if (links.length === 0) return <p class="soft">{none}</p>
  const coordinates = coordinatesOf(view)
  return (
    <ul class="links">
      {links.map(({ kind, key, label }) => (
        <li>
          <a href={site.href({ page: 'part', kind, key, ...coordinates })}>
            <code>{shown(label, 120)}</code>
          </a>
        </li>
      ))}
      {hasMore && <li class="soft">and more</li>}
    </ul>
  )
}

function coordinatesOf({ contract: { namespace, name }, version: { version } }: PartView): Coordinates {
  return { namespace, name, version }
}
