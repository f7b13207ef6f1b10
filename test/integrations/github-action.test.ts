/** The action runs its own script against a repository as a workflow would leave it; only the forge itself is missing. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder.js'

const root = resolve(import.meta.dirname, '../..')
const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly runs: { readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[] }
}

const contract = (required: string): string => `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [${required}], properties: { sku: { type: string } } }
      responses: { '204': { description: Done. } }
`

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: string
  readonly folder: string
}

/** A branch with one commit, which a pull request wants to merge into `main`. */
function pullRequest(before: string, after: string, environment: Readonly<Record<string, string>> = {}): Ran {
  const folder = tempFolder({ 'contracts/orders.openapi.yaml': before })
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-q', '-m', 'before')
  git('checkout', '-q', '-b', 'change')
  writeFileSync(join(folder, 'contracts/orders.openapi.yaml'), after)
  git('commit', '-q', '--allow-empty', '-a', '-m', 'after')
  const outputs = join(folder, '.git/outputs')
  writeFileSync(outputs, '')
  const { status, stdout, stderr } = spawnSync('bash', [join(root, '.ci/action/diff.sh')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      RUNNER_TEMP: join(folder, '.git'),
      TENANTKIT: `${process.execPath} ${join(root, 'bin/run.js')}`,
      GITHUB_ACTIONS: 'true',
      GITHUB_BASE_REF: 'main',
      GITHUB_OUTPUT: outputs,
      INPUT_CONTRACTS: 'contracts',
      ...environment,
    },
  })
  return { status, stdout, stderr, outputs: readFileSync(outputs, 'utf8'), folder }
}

describe('the action for GitHub', () => {
  it('hands every input to its scripts by the environment, and none to a shell', () => {
    const handed = action.runs.steps.flatMap(({ env }) => Object.values(env)).join('\n')
    const direct = ['comment', 'working-directory']
    for (const input of Object.keys(action.inputs)) {
      if (!direct.includes(input)) expect(handed).toContain(`\${{ inputs.${input} }}`)
    }
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{')
  })

  it('fails on a break, with annotations, the verdict and the reports', () => {
    const { status, stdout, stderr, outputs } = pullRequest(contract(''), contract('sku'))
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(/^::error file=contracts\/orders\.openapi\.yaml,line=11,/m)
    expect(outputs).toMatch(/^verdict=breaking\nreport=.*report\.json\ncomment=.*comment\.md\n$/)
    const [, comment = ''] = /comment=(.*)/.exec(outputs) ?? []
    expect(readFileSync(comment, 'utf8')).toMatch(/^<!-- tenantkit-diff:diff -->\n/)
  })

  it('passes when nothing breaks, and takes further arguments and files', () => {
    const environment = { INPUT_ARGUMENTS: '--view=strict\n--show-info', INPUT_SARIF: 'out/diff.sarif' }
    const { status, outputs, folder } = pullRequest(contract('sku'), contract(''), environment)
    expect({ status, verdict: outputs.split('\n')[0] }).toEqual({ status: 0, verdict: 'verdict=compatible' })
    expect(JSON.parse(readFileSync(join(folder, 'out/diff.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  it('says nothing of a verdict when the contract cannot be read', () => {
    const { status, outputs, stdout } = pullRequest(contract(''), 'openapi: [')
    expect({ status, outputs }).toEqual({ status: 2, outputs: '' })
    expect(stdout).not.toContain('unchanged')
  })

  it('takes an input that looks like a command for a name', () => {
    const { status, folder } = pullRequest(contract(''), contract(''), {
      INPUT_CONTRACTS: 'x; touch pwned; $(touch pwned)',
    })
    expect(status).toBe(2)
    expect(() => readFileSync(join(folder, 'pwned'))).toThrow()
  })
})

describe('the comment', () => {
  /** A `gh` that lists comments and notes what it is asked to write. */
  function comment(pages: string): string {
    const folder = tempFolder({ 'comment.md': '<!-- tenantkit-diff:diff -->\n# Breaking\n', 'pages.json': pages })
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    writeFileSync(
      join(bin, 'gh'),
      `#!/bin/sh\ncase "$*" in *--paginate*) cat '${folder}/pages.json';; *) echo "$*" >> '${folder}/written';; esac\n`,
    )
    chmodSync(join(bin, 'gh'), 0o755)
    execFileSync('bash', [join(root, '.ci/action/comment.sh')], {
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        COMMENT: join(folder, 'comment.md'),
        GITHUB_REPOSITORY: 'acme/orders',
        PULL_REQUEST: '7',
      },
    })
    return readFileSync(join(folder, 'written'), 'utf8').replaceAll(folder, '')
  }

  it('is written when there is none, whoever else writes', () => {
    const others = JSON.stringify([
      { id: 1, body: 'I quote <!-- tenantkit-diff:diff -->' },
      { id: 2, body: null },
    ])
    expect(comment(others)).toBe(
      'api --method POST repos/acme/orders/issues/7/comments --field body=@/comment.md --silent\n',
    )
  })

  it('is updated in place, on whatever page it stands', () => {
    const pages = `${JSON.stringify([{ id: 1, body: 'Hello' }])}${JSON.stringify([{ id: 9, body: '<!-- tenantkit-diff:diff -->\r\n# Fine' }])}`
    expect(comment(pages)).toBe(
      'api --method PATCH repos/acme/orders/issues/comments/9 --field body=@/comment.md --silent\n',
    )
  })
})
