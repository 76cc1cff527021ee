import type { MessengerLimits } from '@voronka/flow'
import type { Part, Said, SaidButton } from './channel-port.ts'
import { escaped } from './escaped.ts'
import { shownButtons } from './keyboard.ts'
import { splitText } from './split-text.ts'

export const mostFiles = 10

/**
 * What is sent of a message, in order, to a messenger of these limits (builder-and-runtime, sections 14 and 15). A text that is too long to go with its
 * files follows them, and carries the buttons; one that is too long to be sent at all is sent in pieces, unless it is formatted: cut formatting is none.
 */
export function partsOf(said: Said, limits: MessengerLimits): Part[] {
  const files = said.attachments.filter(({ kind }) => kind !== 'link').slice(0, mostFiles)
  const text = withLinks(said)
  const buttons = buttonsOf(said, limits)
  const { format, protect, silent } = said
  const part = (fields: Partial<Part>): Part => ({ text: '', format, attachments: [], buttons: [], protect, silent, ...fields })
  const groups = groupsOf(files)
  const [first, ...others] = groups
  if (first && text.length <= limits.caption) {
    const shown = files.length > limits.buttons.besides ? [] : buttons
    return [part({ text, attachments: first, buttons: shown }), ...others.map((attachments) => part({ attachments }))]
  }
  const pieces = format === 'plain' ? splitText(text, limits.text) : [text].filter((piece) => piece.trim() !== '')
  const texts = pieces.map((piece, at) => part({ text: piece, buttons: at === pieces.length - 1 ? buttons : [] }))
  return [...groups.map((attachments) => part({ attachments })), ...texts]
}

/** Pictures and films go together; other kinds are not mixed. */
function groupsOf(files: Said['attachments']): Said['attachments'][number][][] {
  const groups: Said['attachments'][number][][] = []
  for (const file of files) {
    const group = groups.at(-1)
    if (group?.[0] && isSeen(group[0]) === isSeen(file) && (isSeen(file) || group[0].kind === file.kind)) group.push(file)
    else groups.push([file])
  }
  return groups
}

const isSeen = ({ kind }: Said['attachments'][number]): boolean => kind === 'image' || kind === 'video'

/** Where a messenger shows but one kind at a time, a message with buttons under it has them all there: none is lost. */
function buttonsOf({ buttons }: Said, { buttons: { mixed, most } }: MessengerLimits): SaidButton[] {
  const shown = shownButtons(buttons).map((button, index) => ({ ...button, index }))
  const under = !mixed && shown.some(({ kind }) => kind === 'inline')
  return shown.slice(0, most).map(({ kind, ...button }) => ({ ...button, kind: under || kind === 'inline' ? 'inline' : 'reply' }))
}

/** Links are no files: their addresses stand below the text. */
function withLinks({ text, format, attachments }: Said): string {
  const links = attachments.filter(({ kind }) => kind === 'link').map(({ url }) => escaped(url, format))
  return [...(text.trim() === '' ? [] : [text]), ...links].join('\n')
}
