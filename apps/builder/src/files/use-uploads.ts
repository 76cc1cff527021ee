import { largestFileBytes } from '@voronka/api'
import type { StoredFile } from '@voronka/api'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/index.ts'
import { upload } from './upload.ts'
import { faultBefore, faultOf, type Accepted, type UploadFault } from './upload-fault.ts'

/** A file that is on its way, or did not arrive. */
export interface Upload {
  readonly key: string
  readonly file: File
  /** Of a picture: an address of the page's own. */
  readonly preview: string | undefined
  /** From 0 to 1. */
  readonly done: number
  readonly fault: UploadFault | undefined
  /** It is there, and about to be handed on. */
  readonly stored?: StoredFile
}

export type Uploads = ReturnType<typeof useUploads>

interface UploadsOptions extends Partial<Accepted> {
  readonly projectId: number
  /** As many more may come; those beyond are left out, and it is said. */
  readonly room: number
  onStored(file: StoredFile): void
}

/** Sends files to the project, several side by side; what arrived is handed on and leaves the list. What is on its way when the page part goes away is cancelled. */
export function useUploads({ projectId, room, onStored, bytes = largestFileBytes, kinds }: UploadsOptions) {
  const { t } = useTranslation('files')
  const [list, setList] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, { stop: AbortController; preview: string | undefined }>())
  const put = (key: string, fields: Partial<Upload>) =>
    setList((former) => former.map((each) => (each.key === key ? { ...each, ...fields } : each)))

  useEffect(() => {
    const all = running.current
    return () => {
      for (const key of all.keys()) forget(all, key)
    }
  }, [])

  function remove(key: string): void {
    forget(running.current, key)
    setList((former) => former.filter((each) => each.key !== key))
  }

  async function send({ key, file, preview }: Pick<Upload, 'key' | 'file' | 'preview'>): Promise<void> {
    const stop = new AbortController()
    running.current.set(key, { stop, preview })
    try {
      const stored = await upload(projectId, file, { signal: stop.signal, onProgress: (done) => put(key, { done }) })
      if (kinds && !kinds.includes(stored.kind)) return put(key, { fault: 'kind' })
      put(key, { stored })
    } catch (error) {
      if (!stop.signal.aborted) put(key, { fault: faultOf(error) })
    }
  }

  // One at a time, each after the former was taken in: who is handed a file adds it to what he has.
  const arrived = list.find(({ stored }) => stored)
  const handOn = useEffectEvent(({ key, stored }: Upload) => {
    remove(key)
    if (stored) onStored(stored)
  })
  useEffect(() => {
    if (!arrived) return undefined
    const soon = setTimeout(() => handOn(arrived))
    return () => clearTimeout(soon)
  }, [arrived])

  return {
    list,
    bytes,
    kinds,
    room: room - list.length,
    /** Something is still on its way. */
    busy: list.some(({ fault }) => !fault),
    add(files: readonly File[]): void {
      const left = Math.max(0, room - list.length)
      if (files.length > left) toast.error(t('tooMany', { count: files.length - left }))
      const fresh = files.slice(0, left).map((file): Upload => {
        const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined
        return { key: crypto.randomUUID(), file, preview, done: 0, fault: faultBefore(file, { bytes, kinds }) }
      })
      setList((former) => [...former, ...fresh])
      for (const each of fresh) if (!each.fault) void send(each)
    },
    retry(each: Upload): void {
      put(each.key, { fault: undefined, done: 0 })
      void send(each)
    },
    /** Also of one that did not arrive: it leaves the list. */
    cancel: remove,
  }
}

function forget(running: Map<string, { stop: AbortController; preview: string | undefined }>, key: string): void {
  const known = running.get(key)
  known?.stop.abort()
  if (known?.preview) URL.revokeObjectURL(known.preview)
  running.delete(key)
}
