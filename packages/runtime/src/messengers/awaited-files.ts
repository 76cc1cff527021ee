import { settle, type Step } from '@voronka/flow/engine'
import { fileKind } from '@voronka/api/formatted-text'
import { Readable } from 'node:stream'
import type { OutsideFile } from '../channels/channel-port.ts'
import type { Db } from '../db/contract.ts'
import { newFileId } from '../files/file-storage.ts'
import { fileName, fileUrl } from '../files/file-name.ts'
import type { Selectable } from 'kysely'
import type { Schema } from '../db/schema.ts'

export type AwaitedFile = Selectable<Schema['awaited_files']>
export type AwaitedFiles = ReturnType<typeof awaitedFiles>

/** Files that clients sent through messengers: they have an address from the start, and their bytes follow (reliability-promises, P5.0: nobody waits for them). */
export function awaitedFiles(db: Db) {
  return {
    /** An address for a file that is still the messenger's. */
    announce({ outsideId, name }: OutsideFile): {
      readonly id: string
      readonly url: string
      readonly outsideId: string
      readonly name: string
    } {
      const id = newFileId()
      const kind = fileKind(name)
      const shown = fileName(name, { kind, type: '', ending: 'bin' })
      return { id, url: fileUrl(id, shown), outsideId, name: shown }
    },

    *add(row: AwaitedFile): Step<void> {
      yield* settle(db.run(db.build.insertInto('awaited_files').values(row)))
    },

    *find(id: string): Step<AwaitedFile | undefined> {
      return yield* settle(db.first<AwaitedFile>(db.build.selectFrom('awaited_files').selectAll().where('id', '=', id)))
    },

    *remove(id: string): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('awaited_files').where('id', '=', id)))
    },
  }
}

export const bytesAsStream = (bytes: Uint8Array): Readable => Readable.from([Buffer.from(bytes)])
