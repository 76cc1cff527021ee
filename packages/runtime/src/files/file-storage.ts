import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, createWriteStream, mkdirSync } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What was found out about a file while it was written. */
export interface Written {
  readonly id: string
  readonly size: number
  /** In hexadecimal digits. */
  readonly sha256: string
  /** Its beginning, enough to tell what it is. */
  readonly head: Buffer
}

/**
 * Keeps the bytes of uploaded files. Nothing is kept in memory, so several processes may share one folder (a network file system with atomic renames
 * will do); what a file is called and to whom it belongs is in the database.
 */
export interface FileStorage {
  /** Writes a new file, under an id that was given out before or a new one, to the end of the stream and to the disk. When the stream fails, nothing is left. */
  write(content: Readable, id?: string): Promise<Written>
  /** Where a file lies: a path within `folder`. */
  pathOf(id: string): string
  readonly folder: string
  has(id: string): Promise<boolean>
  /** Also of one that is not there. */
  remove(id: string): Promise<void>
  /** Everything that lies there, also what a killed process left half written (under `path`, without an `id`). */
  all(): AsyncGenerator<{ readonly id: string | undefined; readonly path: string; readonly changedAt: number }>
}

/** What tells a kind of file apart stands in its first bytes. */
const headBytes = 64 * 1024

/** In a folder that is made when the first file arrives; readable by its owner only (P13.3). */
export function folderStorage(folder: string): FileStorage {
  const pathOf = (id: string) => join(id.slice(0, 2), id)
  return {
    folder,
    pathOf,
    async write(content, id = newFileId()) {
      const place = join(folder, id.slice(0, 2))
      mkdirSync(place, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
      const unfinished = join(place, `${id}.part`)
      try {
        const written = await writeAll(content, unfinished)
        await synced(unfinished)
        await rename(unfinished, join(place, id))
        await synced(place)
        return { id, ...written }
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    has: (id) =>
      stat(join(folder, pathOf(id))).then(
        (found) => found.isFile(),
        () => false,
      ),
    remove: (id) => rm(join(folder, pathOf(id)), { force: true }),
    async *all() {
      for (const drawer of await namesIn(folder)) {
        for (const name of await namesIn(join(folder, drawer))) {
          const path = join(folder, drawer, name)
          const found = await stat(path).catch(() => undefined)
          if (found?.isFile()) yield { id: isId(name) ? name : undefined, path, changedAt: found.mtimeMs }
        }
      }
    },
  }
}

export const newFileId = (): string => randomBytes(16).toString('hex')

export const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)

async function writeAll(content: Readable, path: string): Promise<Omit<Written, 'id'>> {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let size = 0
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        if (size < headBytes) head.push(chunk.subarray(0, headBytes - size))
        size += chunk.length
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  )
  return { size, sha256: hash.digest('hex'), head: Buffer.concat(head) }
}

/** To the disk itself, so that a row never names bytes that a power cut took away. */
async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
