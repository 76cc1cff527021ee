/** What the processes of a server keep beside its projects. */
export interface ServerTables {
  /** The processes at work on this database, where it can be more than one. */
  processes: { id: string; started_at: number; seen_at: number }
  /** The last number given, by what it counts: `order`, `pipeline`, ... A row, so that two processes never give the same one. */
  counters: { project_id: number; name: string; value: number }
  /**
   * Writing calls with an `Idempotency-Key`, per caller. Neither the key nor the answer can be read here: the key is hashed, the answer encrypted
   * with it. `answer` null: the call is being worked off, or the server stopped in the middle of it.
   */
  idempotent_calls: { actor: string; key_hash: string; content: string; answer: string | null; at: number }
  /** Uploaded files; the bytes of each lie in the folder of files under its id. A row without bytes is a fault, bytes without a row are rubbish. */
  files: {
    id: string
    project_id: number
    /** The client who sent it or was sent it; with him it goes. */
    client_id: number | null
    /** Of a visitor's upload: his channel and token. Until a message of his names the file it has no client. */
    channel: string | null
    visitor: string | null
    /** Account of the person who uploaded it. */
    uploaded_by: number | null
    name: string
    type: string
    kind: 'image' | 'video' | 'audio' | 'file'
    size: number
    sha256: string
    created_at: number
  }
}
