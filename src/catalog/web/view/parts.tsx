/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { GateCheck } from '../../model/index.js'
import type { VersionState } from '../../store/index.js'
import type { Place } from '../address/place.js'
import type { Site } from './site.js'

/** Whose data an operation touches. */
export function ScopeBadge({ scope }: { readonly scope: string }) {
  return <span class={`badge scope ${knownScope(scope)}`}>{scope}</span>
}

function knownScope(scope: string): string {
  return ['tenant', 'cross-tenant', 'shared', 'platform', 'public'].includes(scope) ? scope : ''
}

/** How sensitive a value is, and of what kind. */
export function ClassBadge({
  sensitivity,
  category,
}: {
  readonly sensitivity?: string | undefined
  readonly category?: string | undefined
}) {
  if (sensitivity === undefined && category === undefined) return <span class="badge none">unclassified</span>
  const level = ['public', 'internal', 'confidential', 'restricted'].includes(sensitivity ?? '') ? sensitivity : ''
  return (
    <span class={`badge class ${level}`}>
      {sensitivity}
      {sensitivity !== undefined && category !== undefined && ' · '}
      {category}
    </span>
  )
}

export function StateBadge({ state }: { readonly state: VersionState }) {
  return <span class={`badge state ${state}`}>{state === 'pending' ? 'waits for a review' : state}</span>
}

const marks: { readonly [Outcome in GateCheck['outcome']]: string } = {
  passed: '✓',
  review: '!',
  refused: '✖',
  skipped: '–',
}

export function OutcomeMark({ outcome }: { readonly outcome: GateCheck['outcome'] }) {
  return (
    <span class={`outcome ${outcome}`}>
      <span aria-hidden="true">{marks[outcome]}</span> {outcome}
    </span>
  )
}

/** Few things that are to be seen first. */
export function Figures({ children }: { readonly children: Child }) {
  return <dl class="figures">{children}</dl>
}

export function Figure({ name, value }: { readonly name: string; readonly value: Child }) {
  const isNumber = typeof value === 'string' && /^[\d.,]+(?: %)?$/.test(value)
  return (
    <div>
      <dt>{name}</dt>
      <dd class={isNumber ? undefined : 'text'}>{value}</dd>
    </div>
  )
}

/** An instant, ISO 8601 in UTC, to the minute. */
export function Instant({ at }: { readonly at: string }) {
  return <time datetime={at}>{at.slice(0, 16).replace('T', ' ')}</time>
}

/** A table that scrolls by itself where the page is too narrow for it. */
export function Table({
  label,
  head,
  numbers = [],
  children,
}: {
  readonly label: string
  readonly head: readonly string[]
  /** Those of its columns that hold numbers. */
  readonly numbers?: readonly string[]
  readonly children: Child
}) {
  return (
    <section class="table" tabindex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" class={numbers.includes(name) ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

/** To the pages before and after this one. */
export function Pages({
  site,
  first,
  next,
}: {
  readonly site: Site
  /** Absent: this is the first one. */
  readonly first?: Place | undefined
  /** Absent: this is the last one. */
  readonly next?: Place | undefined
}) {
  if (!first && !next) return undefined
  return (
    <nav class="pages" aria-label="Pages">
      {first && (
        <a href={site.href(first)} rel="prev">
          To the first page
        </a>
      )}
      {next && (
        <a href={site.href(next)} rel="next">
          Next page
        </a>
      )}
    </nav>
  )
}

/** Where a page stands below others. */
export function Trail({ children }: { readonly children: Child }) {
  return (
    <nav class="trail" aria-label="Above">
      {children}
    </nav>
  )
}
