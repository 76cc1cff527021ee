import { allPorts } from '../channels/all.ts'
import type { Sender } from '../outbox/sender.ts'
import { awaitedFiles } from './awaited-files.ts'
import { createBringFile, fileBringer, type BringFile } from './bring-file.ts'
import { channelRows } from './channel-rows.ts'
import { channelSender } from './channel-sender.ts'
import { channelWork, type ChannelWork } from './channel-work.ts'
import { lineOf } from './line-of.ts'
import type { MessengerTools } from './messenger-tools.ts'
import { outsideMessagesStore, type OutsideMessages } from './outside-messages.store.ts'

export interface Messengers {
  readonly works: readonly ChannelWork[]
  readonly senders: readonly Sender[]
  readonly outsideMessages: OutsideMessages
  /** Brings a file that is still its messenger's. */
  readonly bring: BringFile
}

/** All messengers of somebody else, with everything around their ports. */
export function createMessengers(given: Omit<MessengerTools, 'rows' | 'outsideMessages' | 'awaited' | 'lineOf'>): Messengers {
  const { context } = given
  const tools: MessengerTools = {
    ...given,
    rows: channelRows(context),
    outsideMessages: outsideMessagesStore(context.db),
    awaited: awaitedFiles(context.db),
    lineOf: lineOf(given),
  }
  const bring = createBringFile(tools)
  return {
    works: allPorts.map((port) => channelWork({ port, tools })),
    senders: allPorts.flatMap((port) => [channelSender({ port, tools }), fileBringer({ port, tools }, bring)]),
    outsideMessages: tools.outsideMessages,
    bring,
  }
}
