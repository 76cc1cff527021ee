import { within } from './judge-address.ts'
import { parseAddress } from './parse-address.ts'

/** One entry of an allow-list: a host name (`*.` for all below it), an address or a range, with or without a port. */
export interface AllowedHost {
  readonly text: string
  readonly host: string | undefined
  readonly below: boolean
  readonly network: Uint8Array | undefined
  readonly bits: number
  readonly port: number | undefined
}

/** Undefined: it is no entry. */
export function readAllowedHost(written: string): AllowedHost | undefined {
  const text = written.trim().toLowerCase()
  const parts = /^(\[[0-9a-f:.]+\](?:\/\d+)?|[^:\s]+|[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*(?:\/\d+)?)(?::(\d{1,5}))?$/.exec(text)
  const [, name = '', portText] = parts ?? []
  const port = portText === undefined ? undefined : Number(portText)
  if (name === '' || (port !== undefined && (port < 1 || port > 65_535))) return undefined
  const [address = '', bitsText] = name.replace(/^\[(.*)\]/, '$1').split('/')
  const network = parseAddress(address)
  if (network) {
    const most = network.length * 8
    const bits = bitsText === undefined ? most : Number(bitsText)
    return bits <= most ? { text, host: undefined, below: false, network, bits, port } : undefined
  }
  const below = name.startsWith('*.')
  const host = below ? name.slice(2) : name
  const isName = /^(?=.{1,253}$)[\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?(\.[\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?)*$/u
  return isName.test(host) && bitsText === undefined ? { text, host, below, network: undefined, bits: 0, port } : undefined
}

/** Does an entry speak of this host, by its name or by an address that it resolved to? */
export function permits({ host, below, network, bits, port }: AllowedHost, name: string, address: string, calledPort: number): boolean {
  if (port !== undefined && port !== calledPort) return false
  const called = name.toLowerCase().replace(/\.$/, '')
  if (host !== undefined) return below ? called.endsWith(`.${host}`) : called === host
  const bytes = parseAddress(address)
  return bytes !== undefined && network !== undefined && within(bytes, network, bits)
}
