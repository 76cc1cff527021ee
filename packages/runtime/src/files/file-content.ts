import { fileKind, type FileKind } from '@voronka/api/formatted-text'

/** What a file is by its content. */
export interface FileContent {
  /** Sent as its `Content-Type`. */
  readonly type: string
  readonly kind: FileKind
  /** The usual ending of its name; empty when it is unknown. */
  readonly ending: string
}

const unknown: FileContent = { type: 'application/octet-stream', kind: 'file', ending: '' }

/**
 * Raster images, audio and video may be shown; everything else is only ever downloaded (reliability-promises, P11.1). Pictures of lines (SVG) and
 * documents can carry scripts and are among everything else. What a sender says about his file counts for nothing.
 */
export async function fileContent(head: Uint8Array): Promise<FileContent> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  // A long tag in front of the sound hides it from the recogniser.
  if (!found) return startsWith(head, 'ID3') ? { type: 'audio/mpeg', kind: 'audio', ending: 'mp3' } : unknown
  const type = found.mime.replace(/;.*/, '')
  const kind = fileKind(`.${found.ext}`)
  return type.startsWith(`${kind}/`) ? { type, kind, ending: found.ext } : { type, kind: 'file', ending: found.ext }
}

const startsWith = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text
