import type { StoredFile } from '@voronka/api'
import { drive, type Step } from '@voronka/flow/engine'
import { rm, statfs } from 'node:fs/promises'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import type { Clock } from '../worker/contract.ts'
import { fileContent } from './file-content.ts'
import { fileName, fileUrl } from './file-name.ts'
import type { FileStorage } from './file-storage.ts'
import { idOf, type FileRow, type FilesStore } from './files.store.ts'
import type { Received } from './receive-file.ts'

/** Whose upload it is. */
export interface FileOwner {
  readonly project: number
  readonly account?: number | null
  readonly visitor?: { readonly channel: string; readonly token: string }
  /** To whom it belongs from the start: what a messenger brought. */
  readonly client?: number
}

export type Files = ReturnType<typeof createFiles>

const hour = 3_600_000
/** A visitor's file that no message named within this time was never sent. */
const unclaimedMs = 24 * hour
/** Bytes without a row may belong to an upload that is just being written. */
const settledMs = hour
const leastFreeBytes = 200_000_000

/** Uploaded files: bytes in the storage, rows in the database. The row is written last and removed first, so that no row ever lacks its bytes. */
export function createFiles(db: Db, store: FilesStore, storage: FileStorage, clock: Clock) {
  /** Removes bytes that no row names: of deleted clients and projects, of aborted uploads. */
  async function removeUnnamed(): Promise<number> {
    let removed = 0
    let batch: { id: string | undefined; path: string }[] = []
    const check = async () => {
      const ids = batch.flatMap(({ id }) => id ?? [])
      const known = ids.length ? await drive(store.known(ids)) : new Set<string>()
      for (const { id, path } of batch) {
        if (id !== undefined && known.has(id)) continue
        await rm(path, { force: true })
        removed++
      }
      batch = []
    }
    // The age of a file on the disk is measured by the clock of the disk.
    const settled = Date.now() - settledMs
    for await (const { id, path, changedAt } of storage.all()) {
      if (changedAt > settled) continue
      batch.push({ id, path })
      if (batch.length === 500) await check()
    }
    await check()
    return removed
  }

  return {
    storage,

    /** Throws `no-space` before a byte is read when the disk is nearly full: conversations need what is left. */
    async expectRoom(): Promise<void> {
      const found = await statfs(storage.folder).catch(() => undefined)
      if (found && found.bavail * found.bsize < leastFreeBytes) throw failure('no-space')
    },

    /** Makes a received file known under its owner. `also`: in the same transaction. */
    async keep(
      { id, size, sha256, head, sentName }: Received,
      { project, account = null, visitor, client }: FileOwner,
      also: () => Step<void> = nothing,
    ): Promise<StoredFile> {
      const content = await fileContent(head)
      const name = fileName(sentName, content)
      const row: FileRow = {
        id,
        project_id: project,
        client_id: client ?? null,
        channel: visitor?.channel ?? null,
        visitor: visitor?.token ?? null,
        uploaded_by: account,
        name,
        type: content.type,
        kind: content.kind,
        size,
        sha256,
        created_at: clock.now(),
      }
      try {
        await db.transaction(function* () {
          yield* store.add(row)
          yield* also()
        })
      } catch (error) {
        await storage.remove(id)
        throw error
      }
      return { id, url: fileUrl(id, name), name, type: content.type, kind: content.kind, size }
    },

    /** Throws `bad-request` unless each address of ours is of a file that this visitor has uploaded in this chat (reliability-promises, P8.7). */
    *expectOwn(channel: string, visitor: string, urls: readonly string[]): Step<void> {
      for (const [index, url] of urls.entries()) {
        const id = idOf(url)
        if (id === undefined) continue
        const row = yield* store.find(id)
        const isOwn = row?.channel === channel && row.visitor === visitor && fileUrl(id, row.name) === url
        if (!isOwn) throw failure('bad-request', `attachments[${index}]: there is no such file of this visitor.`)
      }
    },

    /** Removes what nobody will ask for again; gives how many files. Called now and then. */
    async sweep(): Promise<number> {
      await db.transaction(() => store.forgetUnclaimed(clock.now() - unclaimedMs))
      return removeUnnamed()
    },
  }
}

function* nothing(): Step<void> {}
