import type { FormattedNode, Mark } from '../formatted-text.ts'
import { Frames, link, mark } from './frames.ts'
import { safeHref } from './safe-href.ts'

const marks: ReadonlyMap<string, Mark> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['blockquote', 'quote'],
  ['tg-spoiler', 'spoiler'],
])

// Attributes hold no "<", so an opening that is never closed costs no second look at what follows it.
const piece = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>|&(#\d{1,7}|#x[0-9a-f]{1,6}|lt|gt|amp|quot|apos|nbsp);|[^<&]+|[<&]/gi

/** The tags that messengers allow; the rest is shown as it was written. A tag that nothing closes reaches to the end. */
export function readHtml(text: string): FormattedNode[] {
  const frames = new Frames()
  for (const [whole, slash, tag, attributes = '', entity] of text.matchAll(piece)) {
    if (entity) frames.text(character(entity) ?? whole)
    else if (tag) readTag(frames, whole, slash === '/', tag.toLowerCase(), attributes)
    else frames.text(whole)
  }
  return frames.finish(true)
}

function readTag(frames: Frames, whole: string, closes: boolean, tag: string, attributes: string): void {
  if (tag === 'br') return frames.text('\n')
  if (closes) {
    const name = tag === 'a' ? 'link' : tag
    return frames.isOpen(name) ? frames.close(name, true) : frames.text(whole)
  }
  if (tag === 'a') {
    const href = safeHref(attribute(attributes, 'href'))
    return href && !frames.isOpen('link') ? frames.open('link', whole, link(href)) : frames.text(whole)
  }
  const spoiler = tag === 'span' && attribute(attributes, 'class') === 'tg-spoiler'
  const known = spoiler ? 'spoiler' : marks.get(tag)
  return known ? frames.open(tag, whole, mark(known)) : frames.text(whole)
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(attributes)
  const value = found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
  return value.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|lt|gt|amp|quot|apos|nbsp);/gi, (whole, entity: string) => character(entity) ?? whole)
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

function character(entity: string): string | undefined {
  if (!entity.startsWith('#')) return named.get(entity.toLowerCase())
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined
}
