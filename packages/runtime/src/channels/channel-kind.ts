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

/** Numbers and names of messengers (calculator-language, section 4.2; http-api, section 4). */
export const messengers: ReadonlyMap<number, string> = new Map([
  [0, 'VK'],
  [1, 'Telegram'],
  [2, 'Viber'],
  [3, 'Facebook'],
  [4, 'Talk-Me'],
  [5, 'online chat'],
  [6, 'WhatsApp'],
  [7, 'Avito'],
  [8, 'Odnoklassniki'],
  [10, 'Instagram'],
  [11, 'JivoSite'],
  [12, 'Youla'],
  [13, 'telephony'],
  [14, 'e-mail'],
  [16, 'Telegram Business'],
  [19, 'Cian'],
  [20, 'Max'],
  [21, 'Telegram account'],
  [22, 'TikTok'],
  [23, 'Discord'],
])

const onlineChat: ChannelKind = { clientType: 5, messenger: 'online chat', showsButtons: true }

/** The test chat behaves like the web chat, so that a funnel tried there does the same for visitors. */
export const channelKinds = { web: onlineChat, test: onlineChat } satisfies Record<string, ChannelKind>

interface ChannelRow {
  readonly kind: keyof typeof channelKinds
  readonly contact: 'phone' | 'email' | 'outside' | null
  readonly client_type: number | null
}

/** Number of the messenger that people of a channel use which is not connected; null: the channel is one of our own. */
export function outsideType({ contact, client_type }: Omit<ChannelRow, 'kind'>): number | null {
  if (contact === null) return null
  return client_type ?? (contact === 'phone' ? 13 : contact === 'email' ? 14 : onlineChat.clientType)
}

export function messengerOf(row: ChannelRow): string {
  const type = outsideType(row)
  return type === null ? channelKinds[row.kind].messenger : (messengers.get(type) ?? '')
}
