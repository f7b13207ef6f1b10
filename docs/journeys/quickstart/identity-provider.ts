import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

export interface Person {
  readonly name: string
  readonly tenant: string
  /** Name of a clearance in the contract's data policy. */
  readonly clearance?: string
}

/** Stands in for the marketplace's identity provider: it alone says who belongs to which tenant. */
export interface IdentityProvider {
  readonly issuer: string
  readonly audience: string
  readonly keys: JWK
  tokenFor(person: Person): Promise<string>
}

export async function createIdentityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const [issuer, audience] = ['https://identity.example.com', 'https://orders.example.com']
  return {
    issuer,
    audience,
    keys: { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'quickstart' },
    tokenFor: ({ name, tenant, clearance }) =>
      new SignJWT({ tenant_id: tenant, ...(clearance !== undefined && { clearance }) })
        .setProtectedHeader({ alg: 'ES256', kid: 'quickstart' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(name)
        .setIssuedAt()
        .setExpirationTime('10 minutes')
        .sign(privateKey),
  }
}
