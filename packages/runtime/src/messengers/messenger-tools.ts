import type { LiveHub } from '../live/live-hub.ts'
import type { ConnectionTools, OpenConnection } from '../connections/connection-work.ts'
import type { ChannelPort, Line } from '../channels/channel-port.ts'
import type { Files } from '../files/files.ts'
import type { AwaitedFiles } from './awaited-files.ts'
import type { ChannelRows } from './channel-rows.ts'
import type { OutsideMessages } from './outside-messages.store.ts'

/** What the work around a port is done with. */
export interface MessengerTools extends Omit<ConnectionTools, 'calls' | 'messengers'> {
  readonly files: Files
  readonly live: LiveHub
  readonly rows: ChannelRows
  readonly outsideMessages: OutsideMessages
  readonly awaited: AwaitedFiles
  lineOf(connection: OpenConnection): Line
}

/** A port with what it is worked through. */
export interface Messenger {
  readonly port: ChannelPort
  readonly tools: MessengerTools
}
