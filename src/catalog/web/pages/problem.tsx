/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Page } from '../view/page.js'
import type { Site } from '../view/site.js'

export interface ShownProblem {
  readonly title: string
  /** One sentence. */
  readonly detail: string
}

/** Why there is nothing to be seen. */
export function ProblemPage({ site, problem }: { readonly site: Site; readonly problem: ShownProblem }) {
  return (
    <Page site={site} title={problem.title}>
      <h1>{problem.title}</h1>
      <p class="lead">{problem.detail}</p>
      <p>
        <a href={site.href({ page: 'overview' })}>To the contracts</a>
      </p>
    </Page>
  )
}
