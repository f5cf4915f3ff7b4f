import { sha256 } from '@backchannel/core'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * Whether bytes have the digest that an archive writes beside them ("sha1:...", "sha-256:...", hexadecimal or base32);
 * null where the algorithm is not known.
 */
export function hasDigest(bytes: Uint8Array, digest: string): boolean | null {
  const match = /^(sha-?1|sha-?256):(\w+)=*$/i.exec(digest.trim())
  const algorithm = match?.[1]?.toLowerCase().replace('-', '')
  const value = match?.[2] ?? ''
  if (algorithm === undefined) return null
  const hex = algorithm === 'sha1' ? sha1(bytes) : sha256(bytes)
  return value.length === hex.length ? value.toLowerCase() === hex : value.toUpperCase() === base32(hex)
}

function base32(hex: string): string {
  let text = ''
  let bits = ''
  for (const digit of hex) bits += Number.parseInt(digit, 16).toString(2).padStart(4, '0')
  for (let at = 0; at < bits.length; at += 5) text += BASE32[Number.parseInt(bits.slice(at, at + 5).padEnd(5, '0'), 2)]
  return text
}

/** SHA-1 (FIPS 180-4, 6.1), hexadecimal. It guards against damage; nobody should trust it against an attacker. */
export function sha1(bytes: Uint8Array): string {
  const blocks = Math.ceil((bytes.length + 9) / 64)
  const tail = new Uint8Array(blocks * 64 - (bytes.length - (bytes.length % 64)))
  tail.set(bytes.subarray(bytes.length - (bytes.length % 64)))
  tail[bytes.length % 64] = 0x80
  const end = new DataView(tail.buffer)
  end.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000))
  end.setUint32(tail.length - 4, (bytes.length << 3) >>> 0)
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const words = new Int32Array(80)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 64 <= bytes.length; at += 64) mix(state, words, view, at)
  for (let at = 0; at < tail.length; at += 64) mix(state, words, end, at)
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function mix(state: Int32Array, words: Int32Array, view: DataView, at: number): void {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4)
  for (let i = 16; i < 80; i++) {
    const word = words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!
    words[i] = (word << 1) | (word >>> 31)
  }
  let [a, b, c, d, e] = [state[0]!, state[1]!, state[2]!, state[3]!, state[4]!]
  for (let i = 0; i < 80; i++) {
    const [f, k] =
      i < 20
        ? [(b & c) | (~b & d), 0x5a827999]
        : i < 40
          ? [b ^ c ^ d, 0x6ed9eba1]
          : i < 60
            ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
            : [b ^ c ^ d, 0xca62c1d6]
    const next = (((a << 5) | (a >>> 27)) + f + e + k + words[i]!) | 0
    e = d
    d = c
    c = (b << 30) | (b >>> 2)
    b = a
    a = next
  }
  const add = [a, b, c, d, e]
  for (let i = 0; i < 5; i++) state[i] = state[i]! + add[i]!
}
