import { InputFile, type Api } from 'grammy'
import type { Message, ReplyParameters } from 'grammy/types'
import type { SendOutcome } from '../../outbox/sender.ts'
import type { Line, Part, Sending } from '../channel-port.ts'
import { botApi } from './bot-api.ts'
import { markupOf } from './markup-of.ts'
import { outcomeOf } from './outcome-of.ts'
import { messageOfNews } from './read-update.ts'

/** Files take longer than texts. */
const filesMs = 60_000

/** Hands one part of a message to Telegram. */
export async function sendPart(line: Line, sending: Sending): Promise<SendOutcome> {
  const { attachments } = sending.part
  const api = botApi(line, attachments.length ? { timeoutMs: filesMs } : {})
  try {
    const sent = attachments.length > 1 ? await sendGroup(api, line, sending) : [await sendOne(api, line, sending)]
    const ids = sent.map(({ message_id: id }) => String(id))
    return { kind: 'accepted', id: ids.join(' '), status: 200 }
  } catch (error) {
    return outcomeOf(error)
  }
}

async function sendOne(api: Api, line: Line, sending: Sending): Promise<Message> {
  const { to, part } = sending
  const markup = markupOf(sending)
  const common = {
    ...(part.protect && { protect_content: true }),
    ...(part.silent && { disable_notification: true }),
    ...(markup && { reply_markup: markup }),
    ...answeringOf(sending),
  }
  const [file] = part.attachments
  if (!file) return api.sendMessage(to, part.text, { ...parseModeOf(part), ...common })
  const input = await inputOf(line, file)
  const other = { ...captionOf(part), ...common }
  switch (file.kind) {
    case 'image':
      return endsWith(file.url, 'gif') ? api.sendAnimation(to, input, other) : api.sendPhoto(to, input, other)
    case 'video':
      return api.sendVideo(to, input, other)
    case 'audio':
      return endsWith(file.url, 'ogg') ? api.sendVoice(to, input, other) : api.sendAudio(to, input, other)
    default:
      return api.sendDocument(to, input, other)
  }
}

/** Several files of a kind are one group, whose text stands under the first (section 15: without buttons). */
async function sendGroup(api: Api, line: Line, sending: Sending): Promise<Message[]> {
  const { to, part } = sending
  const { attachments, protect, silent } = part
  const other = { ...(protect && { protect_content: true }), ...(silent && { disable_notification: true }), ...answeringOf(sending) }
  const inputs = await Promise.all(
    attachments.map(async (file, at) => ({ media: await inputOf(line, file), ...(at === 0 && captionOf(part)) })),
  )
  const kind = attachments[0]?.kind
  if (kind === 'image' || kind === 'video') {
    const seen = inputs.map((input, at) => ({
      type: attachments[at]?.kind === 'video' ? ('video' as const) : ('photo' as const),
      ...input,
    }))
    return api.sendMediaGroup(to, seen, other)
  }
  if (kind === 'audio') {
    const heard = inputs.map((input) => ({ type: 'audio' as const, ...input }))
    return api.sendMediaGroup(to, heard, other)
  }
  const documents = inputs.map((input) => ({ type: 'document' as const, ...input }))
  return api.sendMediaGroup(to, documents, other)
}

/** Our own files are uploaded, so that Telegram need not reach us; others it fetches itself. */
async function inputOf(line: Line, { url, name }: Part['attachments'][number]): Promise<InputFile | string> {
  const own = await line.ownFile(url)
  return own ? new InputFile(own.bytes, name || own.name) : url
}

const parseModes = { plain: undefined, markdown: 'MarkdownV2', html: 'HTML' } as const

export function parseModeOf({ format }: Pick<Part, 'format'>): { parse_mode?: 'MarkdownV2' | 'HTML' } {
  const mode = parseModes[format]
  return mode ? { parse_mode: mode } : {}
}

const captionOf = (part: Part): { caption?: string; parse_mode?: 'MarkdownV2' | 'HTML' } =>
  part.text.trim() === '' ? {} : { caption: part.text, ...parseModeOf(part) }

/** One that was deleted there is answered without being quoted. */
function answeringOf({ answers }: Sending): { reply_parameters?: ReplyParameters } {
  if (!answers) return {}
  const message = 'ours' in answers ? Number(answers.ours) : messageOfNews(answers.theirs)
  return message ? { reply_parameters: { message_id: message, allow_sending_without_reply: true } } : {}
}

const endsWith = (url: string, ending: string): boolean => (url.split(/[?#]/)[0] ?? '').toLowerCase().endsWith(`.${ending}`)
