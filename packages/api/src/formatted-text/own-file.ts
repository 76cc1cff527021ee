const address = /^\/files\/[0-9a-f]{32}\/[\w.~%-]+$/

/** The address of a file that the installation itself keeps (`/files/<random id>/<name>`), or undefined when it is none. It has no host: it is reached where the page is. */
export const ownFile = (url: string): string | undefined => (address.test(url) ? url : undefined)

export type FileKind = 'image' | 'video' | 'audio' | 'file'

const endings: Readonly<Record<Exclude<FileKind, 'file'>, readonly string[]>> = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'],
  video: ['mp4', 'm4v', 'webm', 'mov', 'ogv'],
  audio: ['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav', 'flac', 'aac'],
}

/** How a file is shown, by the ending of its name. Names of files that we keep do not lie: the server gives each the ending of its content. */
export function fileKind(name: string): FileKind {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (endings.image.includes(ending)) return 'image'
  if (endings.video.includes(ending)) return 'video'
  return endings.audio.includes(ending) ? 'audio' : 'file'
}
