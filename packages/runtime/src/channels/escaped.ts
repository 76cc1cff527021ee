import type { Said } from './channel-port.ts'

/** A plain text as it is written in a formatted one, so that it means itself. */
export function escaped(text: string, format: Said['format']): string {
  if (format === 'markdown') return text.replace(/[\\_*[\]()~`>#+\-=|{}.!]/g, String.raw`\$&`)
  if (format === 'html') return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return text
}
