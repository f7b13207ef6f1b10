import { ephemeralKeys, jwt, memoryIdempotency, toStdout } from '@tenantkit/runtime'
import { listen } from '@tenantkit/runtime/node'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createNotesClient } from './generated/notes/client.js'
import { createNotesServer } from './generated/notes/server.js'
import { handlers } from './handlers.js'

// In a real service, tokens come from your identity provider: give `jwt` its `jwksUrl` instead of `keys`.
const [issuer, audience] = ['https://identity.example.com', 'https://notes.example.com']
const { publicKey, privateKey } = await generateKeyPair('ES256')
const keys = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'development' }
const tokenFor = (subject: string, tenant: string): Promise<string> =>
  new SignJWT({ tenant_id: tenant })
    .setProtectedHeader({ alg: 'ES256', kid: 'development' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setExpirationTime('10 minutes')
    .sign(privateKey)

const server = createNotesServer({
  handlers,
  authenticate: jwt({ issuer, audience, keys }),
  idempotency: memoryIdempotency(),
  keys: ephemeralKeys(),
  audit: toStdout(),
})
const listening = await listen(server)

const notes = createNotesClient({ baseUrl: listening.url, auth: () => tokenFor('ada', 'acme'), tenant: 'acme' })
const added = await notes.addNote({ body: { text: 'Hello', author: 'ada@acme.example' } })
console.log(added.status, added.body)

const others = createNotesClient({ baseUrl: listening.url, auth: () => tokenFor('eve', 'globex'), tenant: 'globex' })
const listed = await others.listNotes()
console.log(listed.status, listed.body)

await listening.close()
