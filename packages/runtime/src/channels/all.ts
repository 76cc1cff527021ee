import type { ChannelPort } from './channel-port.ts'

/** Every messenger of somebody else: one file (or folder) a messenger, and a line here. */
export const allPorts: readonly ChannelPort[] = []

const byKind = new Map(allPorts.map((port) => [port.kind, port]))

export const portOf = (kind: string | null): ChannelPort | undefined => (kind === null ? undefined : byKind.get(kind))
