import { fileKind } from '@voronka/api/formatted-text'
import type { FileContent } from './file-content.ts'

const longest = 200

/**
 * The name of a file as we keep and show it: one line, no folders, nothing that turns the direction of writing (reliability-promises, P10.6), and an
 * ending that tells what the file is: `photo` with the content of a picture becomes `photo.png`, `virus.png` that is no picture becomes `virus.png.bin`.
 */
export function fileName(sent: string, { kind, ending }: FileContent): string {
  const clean = sent
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  const name = shortened(clean || 'file')
  if (fileKind(name) === kind) return name
  return `${name}.${kind === 'file' ? 'bin' : ending}`
}

/** Keeps the ending, and never half a character. */
function shortened(name: string): string {
  if (name.length <= longest) return name
  const ending = /\.\w{1,10}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longest - ending.length).replace(/[\uD800-\uDBFF]$/, '') + ending
}

/** `/files/<id>/<name>`, as it is written in addresses. */
export const fileUrl = (id: string, name: string): string => `/files/${id}/${percentEncoded(name)}`

/** More careful than addresses demand: brackets, quotes and asterisks end links in formatted texts, and values in headers. */
export const percentEncoded = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
