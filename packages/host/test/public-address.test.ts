import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../src/public-address.ts'

/** The host of an address as `URL` reads it, and so as it is asked. */
const hostOf = (address: string): string => new URL(address).hostname.replace(/^\[|\]$/g, '')

describe('addresses of the public net', () => {
  it.each([
    '93.184.215.14',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:2800:21f:cb07::1',
    '2a00:1450:4001::65',
  ])('takes %s', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '198.18.0.1',
    '192.0.2.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::8.8.8.8',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'localhost',
    '',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://①②⑦.⓪.⓪.①/',
  ])('refuses %s, another way to write a closed one', (address) => expect(isPublicAddress(hostOf(address))).toBe(false))
})
