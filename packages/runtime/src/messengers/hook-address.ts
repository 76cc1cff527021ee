import { isIP } from 'node:net'
import type { ChannelPort } from '../channels/channel-port.ts'
import type { ConnectionTools, OpenConnection } from '../connections/connection-work.ts'

/** Where a messenger posts its news to. */
export const hookPath = ({ kind }: Pick<ChannelPort, 'kind'>, { inboundKey }: Pick<OpenConnection, 'inboundKey'>): string =>
  `/webhooks/${kind}/${inboundKey}`

/** The address that it is given; undefined: it is asked instead. */
export function hookAddress(
  port: ChannelPort,
  { address }: Pick<ConnectionTools, 'address'>,
  connection: OpenConnection,
): string | undefined {
  if (connection.settings['mode'] === 'polling' || !isPublic(address())) return undefined
  return `${address()}${hookPath(port, connection)}`
}

/** By https, under a name that others can know. */
export function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.')
  return protocol === 'https:' && isName && !/(^|\.)(localhost|local|internal|lan)$/.test(hostname)
}
