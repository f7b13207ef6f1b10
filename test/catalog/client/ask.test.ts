import { ServerRefusedError } from '@tenantkit/runtime'
import { expect, it } from 'vitest'
import { ask } from '../../../src/catalog/client/ask.js'

const refused = (status: number, issues: ServerRefusedError['refusal']['issues'], detail?: string) => {
  const problem = { title: 'x', ...(detail && { detail }) }
  const answer = { operation: 'publishVersion', status, headers: new Headers(), problem }
  return new ServerRefusedError(answer, { code: 'TK7215', reason: 'request-invalid', status, issues })
}
const issue = { path: '/body/version', keyword: 'pattern', expected: 'a version' }
const told = async (error: Error): Promise<string> => {
  const answered = await ask('publish it', 'https://catalog.test', () => Promise.reject(error))
  return 'problem' in answered ? answered.problem.message : 'answered'
}

it('says what is wrong with a request that the catalog refused before its operation could', async () => {
  expect(await told(refused(422, [issue]))).toContain('/body/version must be a version')
  expect(await told(refused(422, [issue, issue, issue, issue]))).not.toMatch(/(?:version must.*){4}/)
})

it('or what the catalog says itself, or what the status says', async () => {
  expect(await told(refused(422, [issue], 'it is\nfrozen'))).toContain('it is frozen')
  expect(await told(refused(401, []))).toContain('the token is unknown, over or revoked')
})
