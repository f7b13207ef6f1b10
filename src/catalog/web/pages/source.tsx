/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { DocumentName } from '../address/place.js'
import { ContractTrail } from '../view/contract-trail.js'
import { Page } from '../view/page.js'
import { Pages } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'

export interface SourceView extends DocumentName {
  readonly path: string
  /** Number of the first line, from 1. */
  readonly first: number
  /** The line that somebody asked for. */
  readonly asked: number
  /** One more than is shown, where there are more. */
  readonly lines: readonly string[]
}

export const linesShown = 120
/** Characters of markup: escaped, a line may be several times as long as it is. */
const mostMarkup = 70_000
const longestLine = 400

/** Lines of a document as it was published. */
export function SourcePage({ site, view }: { readonly site: Site; readonly view: SourceView }) {
  const { namespace, name, version, file, path, first, asked } = view
  const coordinates = { namespace, name, version }
  const place = { page: 'source', ...coordinates, file } as const
  const lines = linesThatFit(view.lines)
  return (
    <Page site={site} title={`${shown(path, 120)} · ${namespace}/${name} ${version}`} section="contracts">
      <ContractTrail site={site} namespace={namespace} name={name} version={version} />
      <h1>{shown(path, 200)}</h1>
      <p class="lead">
        As it was published.{' '}
        <a href={site.href({ page: 'document', ...coordinates, file })}>Download the whole of it</a>
      </p>
      <section class="source" tabindex={0} aria-label="Lines">
        <ol start={first}>
          {lines.map((line, index) => (
            <li class={first + index === asked ? 'asked' : undefined} id={`L${first + index}`}>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      </section>
      <Pages
        site={site}
        first={first > 1 ? place : undefined}
        next={view.lines.length > lines.length ? { ...place, line: first + lines.length } : undefined}
      />
    </Page>
  )
}

function linesThatFit(lines: readonly string[]): readonly string[] {
  const fitting: string[] = []
  let room = mostMarkup
  for (const line of lines.slice(0, linesShown)) {
    const text = shown(line, longestLine)
    room -= 60 + escapedLength(text)
    if (room < 0 && fitting.length > 0) break
    fitting.push(text)
  }
  return fitting
}

/** As long as JSX makes it. */
function escapedLength(text: string): number {
  return Buffer.byteLength(text.replace(/[&<>"']/g, '&quot;'))
}
