import { describe, expect, it } from 'vitest'
import { peopleSignIn } from '../../../src/api/catalog/people-sign-in.js'
import { grantsOf, parseRoleRule } from '../../../src/catalog/access/index.js'

describe('a role', () => {
  it.each([
    ['staff=reader', { group: 'staff', role: 'reader', namespaces: ['*'] }],
    ['a b=admin:shop', { group: 'a b', role: 'admin', namespaces: ['shop'] }],
    ['x=approver:pay,pay-*', { group: 'x', role: 'approver', namespaces: ['pay', 'pay-*'] }],
    ['cn=x,ou=y=publisher:shop', { group: 'cn=x,ou=y', role: 'publisher', namespaces: ['shop'] }],
    ['x=reader=admin', { group: 'x=reader', role: 'admin', namespaces: ['*'] }],
  ])('is given by %s', (text, rule) => expect(parseRoleRule(text)).toEqual(rule))

  it.each([
    '',
    'staff',
    '=reader',
    'staff=',
    'staff=root',
    'staff=Reader',
    'staff=reader:',
    'staff=reader:a,',
    'x=admin:A',
  ])('is not given by %j', (text) => expect(parseRoleRule(text)).toBeUndefined())

  const rules = ['a=reader', 'b=publisher:shop', 'c=approver:pay', 'd=admin', 'e=admin:shop'].flatMap(
    (text) => parseRoleRule(text) ?? [],
  )
  const reader = ['contracts:read']
  const publisher = [...reader, 'contracts:publish', 'consumers:write', 'deployments:write']
  const approver = [...publisher, 'reviews:approve']

  it('lets do what those before it let, each in its place', () => {
    expect(grantsOf(rules, ['c', 'a', 'b'])).toEqual([
      { role: 'reader', permissions: reader, namespaces: ['*'] },
      { role: 'publisher', permissions: publisher, namespaces: ['shop'] },
      { role: 'approver', permissions: approver, namespaces: ['pay'] },
    ])
    expect(grantsOf(rules, ['A', 'nobody', ''])).toEqual([])
  })

  it('shows the audit to those alone who administer', () => {
    for (const group of ['d', 'e'])
      expect(grantsOf(rules, [group])[0]?.permissions).toEqual([...approver, 'audit:read', 'admin'])
  })
})

describe('how people sign in', () => {
  const usual = {
    issuer: 'https://id.example',
    clientId: 'catalog',
    clientSecret: 's',
    scope: 'openid email',
    groupsClaim: 'groups',
    roles: ['staff=reader'],
  }

  it('is as the flags say, or not at all', () => {
    expect(peopleSignIn(usual, 'acme')).toEqual({
      organisation: 'acme',
      issuer: 'https://id.example',
      clientId: 'catalog',
      clientSecret: 's',
      scope: 'openid email',
      groupsClaim: 'groups',
      roles: [{ group: 'staff', role: 'reader', namespaces: ['*'] }],
    })
    expect(peopleSignIn({ ...usual, clientSecret: '' }, 'acme')).toMatchObject({ clientSecret: undefined })
    expect(peopleSignIn({ ...usual, issuer: undefined, clientId: undefined, roles: [] }, 'acme')).toBeUndefined()
  })

  it.each([
    [{ issuer: undefined }, '--oidc-issuer is missing'],
    [{ issuer: 'http://id.example' }, '--oidc-issuer is not the address of an issuer'],
    [{ clientId: undefined }, '--oidc-client-id is missing'],
    [{ scope: 'email' }, '--oidc-scope has no `openid` in it'],
    [{ roles: ['staff=reader', 'x'] }, '--oidc-role wants GROUP=ROLE or GROUP=ROLE:NAMESPACES'],
    [{ roles: [] }, 'without --oidc-role nobody gets in'],
  ])('%j is refused', (changed, reason) =>
    expect(peopleSignIn({ ...usual, ...changed }, 'acme')).toMatchObject({
      code: 'TK5222',
      message: `people cannot sign in with accounts: ${reason}`,
    }),
  )
})
