import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { permits, type AllowedHost } from './allow-list.ts'
import { judgeAddress } from './judge-address.ts'
import { parseAddress } from './parse-address.ts'

/** All addresses of a host name. */
export type Resolver = (host: string) => Promise<readonly string[]>

export const systemResolver: Resolver = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

/** An address that must not be called. To a script it looks like one that nobody answers at. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
}

/** An address of that host that may be called. One that may not be is enough to refuse: which of them the next look-up gives nobody knows. */
export async function judgedAddress(name: string, port: number, allowed: readonly AllowedHost[], resolve: Resolver): Promise<string> {
  const host = name.replace(/^\[(.*)\]$/, '$1')
  const literal = parseAddress(host)
  const addresses = literal ? [isIP(host) ? host : Array.from(literal).join('.')] : await resolve(host)
  const [first] = addresses
  const refused = addresses.find(
    (address) => !judgeAddress(address).allowed && !allowed.some((entry) => permits(entry, host, address, port)),
  )
  if (first === undefined || refused !== undefined) throw new RefusedAddress(`${host} may not be called.`)
  return first
}
