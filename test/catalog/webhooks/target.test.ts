import { describe, expect, it } from 'vitest'
import { createAddressGuard, targetRefusal } from '../../../src/catalog/webhooks/index.js'

const guard = createAddressGuard()
const trying = createAddressGuard({ loopback: true })

describe('an address', () => {
  it.each([
    ['this network', '0.0.0.0'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT, where one cloud keeps metadata', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local', '169.254.1.1'],
    ['metadata', '169.254.169.254'],
    ['metadata', '168.63.129.16'],
    ['metadata', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['a relay', '192.88.99.1'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped', '::ffff:7f00:1'],
    ['IPv4-mapped', '::ffff:169.254.169.254'],
    ['IPv4-mapped, public though it is', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64 of a network', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['unique local', 'fc00::1'],
    ['metadata', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['a zone where none can be', '2606:4700:4700::1111%lo'],
    ['multicast', 'ff02::1'],
    ['none', ''],
    ['none', 'localhost'],
    ['none', '0x7f.1'],
    ['none', '127.1'],
  ])('is refused when it is %s: %s', (_, address) => {
    expect(guard(address)).toBe(false)
  })

  it.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '192.0.3.1', '2606:4700:4700::1111', '2a00::1'])(
    'is let through when it is public: %s',
    (address) => {
      expect(guard(address)).toBe(true)
    },
  )

  it('of this machine, and nothing else, is let through to try things out', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1'].map(trying)).toEqual([true, true, true])
    expect(['10.0.0.1', '::ffff:127.0.0.1', '0.0.0.0', 'fe80::1'].map(trying)).toEqual([false, false, false, false])
  })
})

describe('a URL', () => {
  const refusal = (url: string) => targetRefusal(url, { allowInsecure: false, guard })
  const insecure = (url: string) => targetRefusal(url, { allowInsecure: true, guard: trying })

  it.each([
    'https://hooks.example.com/a?b=c',
    'https://hooks.example.com:443/',
    'https://8.8.8.8:8443/',
    'https://[2a00::1]/',
  ])('may be %s', (url) => {
    expect([refusal(url), insecure(url)]).toEqual([undefined, undefined])
  })

  it.each([
    ['none', 'hooks.example.com', 'The URL is none.'],
    ['plain', 'http://hooks.example.com/', 'The URL is not https.'],
    ['of another kind', 'file:///etc/passwd', 'The URL is not https.'],
    ['of another kind', 'gopher://hooks.example.com/', 'The URL is not https.'],
    ['with a password', 'https://ann:s3cret@hooks.example.com/', 'The URL has a user or a password.'],
    ['with a user', 'https://ann@hooks.example.com/', 'The URL has a user or a password.'],
    ['with a fragment', 'https://hooks.example.com/#a', 'The URL has a fragment.'],
    ['at another port', 'https://hooks.example.com:22/', 'The port is neither 443 nor 8443.'],
    ['at another port', 'https://hooks.example.com:80/', 'The port is neither 443 nor 8443.'],
    ['private', 'https://10.0.0.1/', 'The address is not on the public internet.'],
    ['of this machine', 'https://127.0.0.1/', 'The address is not on the public internet.'],
    ['of this machine, in hexadecimal', 'https://0x7f000001/', 'The address is not on the public internet.'],
    ['of this machine, in one number', 'https://2130706433/', 'The address is not on the public internet.'],
    ['of this machine, in octal', 'https://0177.0.0.1/', 'The address is not on the public internet.'],
    ['of this machine, shortened', 'https://127.1/', 'The address is not on the public internet.'],
    ['of this machine, in wide digits', 'https://１２７.0.0.1/', 'The address is not on the public internet.'],
    ['of this machine', 'https://[::1]/', 'The address is not on the public internet.'],
    ['IPv4-mapped', 'https://[::ffff:10.0.0.1]/', 'The address is not on the public internet.'],
    ['metadata', 'https://169.254.169.254/latest/meta-data/', 'The address is not on the public internet.'],
  ])('is refused when it is %s: %s', (_, url, reason) => {
    expect(refusal(url)).toBe(reason)
    expect(reason).not.toContain('s3cret')
  })

  it('may be plain on this machine alone, to try things out', () => {
    for (const url of [
      'http://127.0.0.1:9000/',
      'http://localhost:9000/',
      'http://[::1]:9000/',
      'https://127.0.0.1:9000/',
    ])
      expect([refusal(url) === undefined, insecure(url)]).toEqual([false, undefined])
    for (const url of [
      'http://10.0.0.1/',
      'http://hooks.example.com/',
      'http://localhost.example.com/',
      'http://127.example.com/',
    ])
      expect(insecure(url)).toBe('The URL is not https.')
  })
})
