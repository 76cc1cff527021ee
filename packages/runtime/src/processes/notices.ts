import type { LiveEvent } from '@voronka/api'

/** What the processes on one database tell each other: ids and little else, told after the commit. */
export type Notice =
  /** The draft, the versions or the state of a project changed. */
  | { readonly type: 'flow'; readonly project: number }
  | { readonly type: 'channel'; readonly key: string }
  /** Which addresses a project tells of its messages. */
  | { readonly type: 'webhooks'; readonly project: number }
  /** What a project is connected to. */
  | { readonly type: 'connections'; readonly project: number; readonly id: number; readonly kind: string }
  /** The main key of the project's API is another one. */
  | { readonly type: 'main-key'; readonly project: number }
  | { readonly type: 'live'; readonly project: number; readonly event: LiveEvent }
  /** Something was said to a client or by him. */
  | { readonly type: 'messages'; readonly client: number; readonly channel: string; readonly outsideId: string }
  /** Made here, never sent: notices may have been missed, so everything may have changed. */
  | { readonly type: 'missed' }

export interface Notices {
  /** Tells the other processes, soon. */
  tell(notice: Notice): void
  /** Calls with whatever other processes tell. */
  hear(call: (notice: Notice) => void): void
  /** Whatever was told may have been lost, by a process that died before it could: all here look anew. */
  missed(): void
  /** False: others cannot be heard just now, so what is kept in memory may be outdated. */
  readonly hears: boolean
  close(): Promise<void>
}

/** There is one process only. */
export const noNotices: Notices = {
  tell: () => undefined,
  hear: () => undefined,
  missed: () => undefined,
  hears: true,
  close: () => Promise.resolve(),
}
