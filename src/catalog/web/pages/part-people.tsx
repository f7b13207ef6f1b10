/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { operationKey } from '../../index-entries/index.js'
import type { Coordinates, PartLinks } from '../../model/index.js'
import { Table } from '../view/parts.js'
import { shown } from '../view/text.js'
import type { PartProps, PartView } from './part-view.js'

const usersShown = 50

/** Who has said that they use an operation. */
export function Users({ site, view: { contract, part, users } }: PartProps) {
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

/** What has to do with a schema. */
export function Referrers({ site, view }: PartProps) {
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
}: PartProps & { readonly links: PartLinks | undefined; readonly none: string }) {
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
