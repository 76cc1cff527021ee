import { parseAddress } from './parse-address.ts'

/** What an address is for; only public ones are called unless the server's configuration says otherwise (reliability-promises, P9.1). */
export type AddressKind =
  | 'public'
  | 'unspecified'
  | 'loopback'
  | 'private'
  | 'shared'
  | 'link-local'
  | 'metadata'
  | 'multicast'
  | 'reserved'
  | 'documentation'
  | 'no-address'

export interface Judgement {
  readonly allowed: boolean
  readonly kind: AddressKind
}

/** Judges an address by its bytes, in every spelling, also one that is embedded in IPv6. Pure: it resolves nothing. */
export function judgeAddress(address: string): Judgement {
  const bytes = parseAddress(address)
  const kind = bytes ? kindOf(bytes) : 'no-address'
  return { allowed: kind === 'public', kind }
}

function kindOf(bytes: Uint8Array): AddressKind {
  if (bytes.length === 4) return firstOf(ranges4, bytes)
  const known = firstOf(ranges6, bytes)
  if (known !== 'public') return known
  for (const [prefix, bits, at, inverted] of embedding) {
    if (!within(bytes, prefix, bits)) continue
    const embedded = bytes.slice(at, at + 4)
    const inner = firstOf(ranges4, inverted ? embedded.map((byte) => byte ^ 255) : embedded)
    if (inner !== 'public') return inner
  }
  // Outside of global unicast nothing is for everybody, except for addresses that only stand for an IPv4 one.
  return (bytes[0] ?? 0) >> 5 === 1 || embedding.some(([prefix, bits]) => within(bytes, prefix, bits)) ? 'public' : 'reserved'
}

type Range = readonly [network: Uint8Array, bits: number, kind: AddressKind]

const firstOf = (ranges: readonly Range[], bytes: Uint8Array): AddressKind =>
  ranges.find(([network, bits]) => within(bytes, network, bits))?.[2] ?? 'public'

/** Do the first bits agree? */
export function within(bytes: Uint8Array, network: Uint8Array, bits: number): boolean {
  if (bytes.length !== network.length) return false
  const whole = bits >> 3
  for (let at = 0; at < whole; at++) if (bytes[at] !== network[at]) return false
  const mask = (0xff00 >> (bits & 7)) & 255
  return mask === 0 || ((bytes[whole] ?? 0) & mask) === ((network[whole] ?? 0) & mask)
}

function range(cidr: string, kind: AddressKind): Range {
  const [network = '', bits] = cidr.split('/')
  const bytes = parseAddress(network)
  if (!bytes) throw new Error(`${cidr} is no range.`)
  return [bytes, Number(bits), kind]
}

/** The registries of special-purpose addresses (RFC 6890 and what came after it). The first that fits counts. */
const ranges4: readonly Range[] = [
  range('169.254.169.254/32', 'metadata'),
  range('169.254.170.2/32', 'metadata'),
  range('100.100.100.200/32', 'metadata'),
  range('168.63.129.16/32', 'metadata'),
  range('192.0.0.192/32', 'metadata'),
  range('0.0.0.0/8', 'unspecified'),
  range('10.0.0.0/8', 'private'),
  range('100.64.0.0/10', 'shared'),
  range('127.0.0.0/8', 'loopback'),
  range('169.254.0.0/16', 'link-local'),
  range('172.16.0.0/12', 'private'),
  range('192.0.0.0/24', 'reserved'),
  range('192.0.2.0/24', 'documentation'),
  range('192.31.196.0/24', 'reserved'),
  range('192.52.193.0/24', 'reserved'),
  range('192.88.99.0/24', 'reserved'),
  range('192.168.0.0/16', 'private'),
  range('192.175.48.0/24', 'reserved'),
  range('198.18.0.0/15', 'reserved'),
  range('198.51.100.0/24', 'documentation'),
  range('203.0.113.0/24', 'documentation'),
  range('224.0.0.0/4', 'multicast'),
  range('240.0.0.0/4', 'reserved'),
]

const ranges6: readonly Range[] = [
  range('::/128', 'unspecified'),
  range('::1/128', 'loopback'),
  range('fd00:ec2::254/128', 'metadata'),
  range('fd00:ec2::23/128', 'metadata'),
  range('fd20:ce::254/128', 'metadata'),
  range('64:ff9b:1::/48', 'reserved'),
  range('100::/64', 'reserved'),
  range('2001:2::/48', 'reserved'),
  range('2001:10::/28', 'reserved'),
  range('2001:20::/28', 'reserved'),
  range('2001:db8::/32', 'documentation'),
  range('3fff::/20', 'documentation'),
  range('5f00::/16', 'reserved'),
  range('fc00::/7', 'private'),
  range('fe80::/10', 'link-local'),
  range('fec0::/10', 'private'),
  range('ff00::/8', 'multicast'),
]

type Embedding = readonly [prefix: Uint8Array, bits: number, at: number, inverted: boolean]

function embedded(cidr: string, at: number, inverted = false): Embedding {
  const [network, bits] = range(cidr, 'public')
  return [network, bits, at, inverted]
}

/** Where IPv6 has an IPv4 address inside: mapped, compatible, translated (NAT64, SIIT), 6to4, Teredo (server, and the client inverted), ISATAP. */
const embedding: readonly Embedding[] = [
  embedded('::ffff:0:0/96', 12),
  embedded('::ffff:0:0:0/96', 12),
  embedded('::/96', 12),
  embedded('64:ff9b::/96', 12),
  embedded('2002::/16', 2),
  embedded('2001::/32', 4),
  embedded('2001::/32', 12, true),
]
