import { ApiError } from '../app/api-error.ts'

/** Why a file is not there, as a key of the catalogue. */
export type UploadFault = 'large' | 'kind' | 'offline' | 'space' | 'busy' | 'failed'

/** These are what they are: another try would end alike. */
export const isFinal = (fault: UploadFault): boolean => fault === 'large' || fault === 'kind'

export interface Accepted {
  readonly bytes: number
  /** Any when left out. */
  readonly kinds?: readonly FileKind[]
}
type FileKind = 'image' | 'video' | 'audio' | 'file'

/** What can be told before a byte is sent. What the file really is says the server, by its content. */
export function faultBefore({ size, type }: Pick<File, 'size' | 'type'>, { bytes, kinds }: Accepted): UploadFault | undefined {
  if (size > bytes) return 'large'
  return kinds && !kinds.some((kind) => kind === 'file' || type.startsWith(`${kind}/`)) ? 'kind' : undefined
}

export function faultOf(error: unknown): UploadFault {
  if (!(error instanceof ApiError)) return 'failed'
  switch (error.code) {
    case 'offline':
    case 'upload-stalled':
      return 'offline'
    case 'too-large':
      return 'large'
    case 'no-space':
      return 'space'
    case 'too-many-requests':
      return 'busy'
    default:
      return 'failed'
  }
}
