import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time-based one-time passwords (RFC 6238) as authenticators make them: SHA-1, 30 seconds, 6 digits. */
const stepMs = 30_000

/** The code of a time step. Other lengths and hashes are for the examples of the RFC. */
export function totpCode(secret: Uint8Array, step: number, digits = 6, algorithm = 'sha1'): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(algorithm, secret).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is: the present one or a neighbour, as clocks differ; later than `after`, so that none works twice. */
export function totpStep(secret: Uint8Array, code: string, now: number, after: number): number | undefined {
  const present = Math.floor(now / stepMs)
  return [present, present - 1, present + 1].find((step) => step > after && same(totpCode(secret, step), code))
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export const newTotpSecret = (): Buffer => randomBytes(20)

/** What an authenticator reads as a QR code. */
export function totpUri(secret: Uint8Array, email: string): string {
  const label = `Voronka:${email}`
  return `otpauth://totp/${encodeURIComponent(label)}?secret=${base32(secret)}&issuer=Voronka&algorithm=SHA1&digits=6&period=30`
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((part) => alphabet[Number.parseInt(part.padEnd(5, '0'), 2)]).join('')
}
