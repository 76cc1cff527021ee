import type { FormattedNode, Mark } from '../formatted-text.ts'
import { Frames, link, mark } from './frames.ts'
import { safeHref } from './safe-href.ts'

/** Longer markers first: `__` is not two `_`. `**` is not of Telegram's dialect, but many people write it. */
const markers: readonly (readonly [string, Mark])[] = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['||', 'spoiler'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
]

/**
 * Telegram's Markdown (builder-and-runtime, section 4): `*bold*`, `_italic_`, `__underline__`, `~strike~`, `||spoiler||`, code, links, `>` quotes,
 * a backslash before a sign that means itself. Where a messenger would refuse the message, the sign is shown as it was written.
 */
export function readMarkdown(text: string): FormattedNode[] {
  const nodes: FormattedNode[] = []
  for (const { quoted, body } of parts(text)) {
    const children = readInline(body)
    if (quoted) nodes.push(mark('quote')(children))
    else nodes.push(...children)
  }
  return nodes
}

/** Runs of lines that begin with `>` and what stands between them. A quote inside a code block is code. */
function parts(text: string): { quoted: boolean; body: string }[] {
  if (!/^>/m.test(text) || text.includes('```')) return [{ quoted: false, body: text }]
  const runs: { quoted: boolean; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = line.startsWith('>')
    const last = runs.at(-1)
    const shown = quoted ? line.slice(1).trimStart() : line
    if (last && last.quoted === quoted) last.lines.push(shown)
    else runs.push({ quoted, lines: [shown] })
  }
  return runs.map(({ quoted, lines }) => ({ quoted, body: lines.join('\n') }))
}

function readInline(text: string): FormattedNode[] {
  const frames = new Frames()
  const linkEnds = addressesAfterCaptions(text)
  let at = 0
  while (at < text.length) at = readPiece(text, at, frames, linkEnds)
  return frames.finish(false)
}

interface LinkEnd {
  readonly href: string
  readonly end: number
}

/** Reads what stands at `at`; gives where it goes on. */
function readPiece(text: string, at: number, frames: Frames, linkEnds: ReadonlyMap<number, LinkEnd>): number {
  const sign = text[at] ?? ''
  if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
    frames.text(text[at + 1] ?? '')
    return at + 2
  }
  if (sign === '`') return readCode(text, at, frames)
  if (sign === '[') {
    const target = frames.isOpen('link') ? undefined : linkEnds.get(at)
    if (target) frames.open('link', sign, link(target.href))
    else frames.text(sign)
    return at + 1
  }
  if (sign === ']') {
    const target = frames.isOpen('link') ? linkEnds.get(-at) : undefined
    if (target) frames.close('link', false)
    else frames.text(sign)
    return target?.end ?? at + 1
  }
  return readMarker(text, at, frames)
}

function readMarker(text: string, at: number, frames: Frames): number {
  const found = markers.find(([marker]) => text.startsWith(marker, at))
  if (!found) {
    const plain = /[\\`[\]*_~|]/g
    plain.lastIndex = at + 1
    const end = plain.exec(text)?.index ?? text.length
    frames.text(text.slice(at, end))
    return end
  }
  const [marker, name] = found
  const before = text[at - 1] ?? ' '
  const after = text[at + marker.length] ?? ' '
  if (frames.isOpen(marker) && !/\s/.test(before) && !isInsideWord(marker, after)) frames.close(marker, false)
  else if (!frames.isOpen(marker) && !/\s/.test(after) && !isInsideWord(marker, before)) frames.open(marker, marker, mark(name))
  else frames.text(marker)
  return at + marker.length
}

/** `snake_case_name` is not italic. */
function isInsideWord(marker: string, neighbour: string): boolean {
  return marker.startsWith('_') && /[\p{L}\d]/u.test(neighbour)
}

function readCode(text: string, at: number, frames: Frames): number {
  const fence = text.startsWith('```', at) ? '```' : '`'
  const start = at + fence.length
  const end = text.indexOf(fence, start)
  if (end <= start) {
    // Nothing closes it, nor any later one: the rest has no code, and looking for its end again and again would take time.
    const rest = end === -1 ? (/^`+/.exec(text.slice(at, at + 64))?.[0].length ?? 1) : fence.length
    frames.text(text.slice(at, at + rest))
    return at + rest
  }
  const inside = text.slice(start, end)
  const code = fence === '`' ? inside : inside.replace(/^[\w+-]*\n/, '')
  frames.node(mark(fence === '`' ? 'code' : 'pre')([{ kind: 'text', text: code }]))
  return end + fence.length
}

/** For every `[caption](address)` its address, found under the place of "[" and, negated, of "]". One pass over the text. */
function addressesAfterCaptions(text: string): Map<number, LinkEnd> {
  const found = new Map<number, LinkEnd>()
  let open = -1
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '[') open = at
    else if (text[at] === ']' && open !== -1) {
      const target = /\(((?:[^()\\\s]|\\.){1,2048})\)/y
      target.lastIndex = at + 1
      const address = target.exec(text)
      const href = address && safeHref((address[1] ?? '').replace(/\\(.)/g, '$1'))
      if (address && href) {
        const end = { href, end: target.lastIndex }
        found.set(open, end).set(-at, end)
      }
      open = -1
    }
  }
  return found
}
