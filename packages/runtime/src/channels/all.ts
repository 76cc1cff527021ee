import type { ChannelPort } from './channel-port.ts'
import { telegram } from './telegram/telegram.ts'

/** Every messenger of somebody else: one file (or folder) a messenger, and a line here. */
export const allPorts: readonly ChannelPort[] = [telegram]

const byKind = new Map(allPorts.map((port) => [port.kind, port]))

export const portOf = (kind: string | undefined): ChannelPort | undefined => (kind === undefined ? undefined : byKind.get(kind))
