/** Messages to many. */
export interface BroadcastTables {
  broadcasts: {
    project_id: number
    number: number
    name: string
    status: 'draft' | 'scheduled' | 'running' | 'paused' | 'done' | 'stopped' | 'failed'
    content: string
    audience: string
    start_at: number | null
    pace: number
    author: string
    error: string
    /** When there is something to do for it next. */
    next_at: number | null
    /** The highest client who was looked at for its recipients; null: all were. */
    enqueued: number | null
    created_at: number
    started_at: number | null
    finished_at: number | null
  }
  broadcast_recipients: {
    project_id: number
    broadcast: number
    client_id: number
    /** 0 waiting, 1 sent, 2 skipped, 3 failed. */
    state: number
    reason: string
    at: number | null
  }
}
