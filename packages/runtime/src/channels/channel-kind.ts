/**
 * What the runtime knows of a kind of channel. The pages of our own kinds fetch stored messages by their numbers, so a stored message is
 * delivered; a kind that has to hand messages to somebody outside brings an outbox with it.
 */
export interface ChannelKind {
  /** `client_type` and `messenger` of calculator-language, section 4.2. */
  readonly clientType: number
  readonly messenger: string
  /** Where buttons cannot be shown, a block's hint is sent instead (builder-and-runtime, section 14). */
  readonly showsButtons: boolean
}

const onlineChat: ChannelKind = { clientType: 5, messenger: 'online chat', showsButtons: true }

/** The test chat behaves like the web chat, so that a funnel tried there does the same for visitors. */
export const channelKinds = { web: onlineChat, test: onlineChat } satisfies Record<string, ChannelKind>
