import type { Step } from '@voronka/flow/engine'
import type { Installation } from '../installation.ts'
import type { Channel } from '../worker/channels-cache.ts'
import { ChannelClosed } from '../worker/contract.ts'
import type { RunnableFlow } from '../worker/flows.ts'

/** The channel and the funnel behind it, when visitors may talk there; every call of the web chat asks here, so that all refuse alike. */
export function* openChat(
  { channels, flows }: Pick<Installation, 'channels' | 'flows'>,
  key: string,
): Step<{ readonly channel: Channel; readonly flow: RunnableFlow }> {
  const channel = yield* channels.find(key)
  if (channel?.kind !== 'web') throw new ChannelClosed('unknown')
  if (!channel.enabled) throw new ChannelClosed('closed')
  const flow = yield* flows.publishedAhead(channel.project)
  if (!flow) throw new ChannelClosed('unpublished')
  return { channel, flow }
}
