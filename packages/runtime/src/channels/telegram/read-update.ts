import type { CallbackQuery, Location, Message, Update } from 'grammy/types'
import type { CarriedVariables } from '@voronka/flow/engine'
import type { News, OutsideFile, Person } from '../channel-port.ts'
import { cleanName, cleanText } from '../clean-text.ts'
import { readReference } from './pressed-data.ts'

/** What of Telegram's news means something to us; it is asked for these alone. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/**
 * An update as it concerns a dialogue. Groups and channels are nobody's dialogue, and kinds that we do not know mean nothing. Throws on what is no
 * update at all.
 */
export function readUpdate(told: unknown): readonly News[] {
  if (!isUpdate(told)) throw new TypeError('This is no update of a Bot API.')
  if (told.message) return ofMessage(told.message)
  if (told.edited_message) return ofEdited(told.edited_message)
  if (told.callback_query) return ofPress(told.callback_query)
  if (told.my_chat_member) return ofMembership(told.update_id, told.my_chat_member)
  return []
}

const isUpdate = (told: unknown): told is Update =>
  typeof told === 'object' && told !== null && 'update_id' in told && Number.isSafeInteger(told.update_id)

type Sender = Pick<Message['from'] & object, 'id' | 'first_name' | 'last_name' | 'username'>

const personOf = ({ id, first_name: first, last_name: last = '' }: Sender, tag?: string): Person => ({
  outsideId: String(id),
  name: cleanName(first),
  fullName: cleanName(`${first} ${last}`),
  ...(tag !== undefined && { tag }),
})

/** Its number in the dialogue, of the id that its news has here. */
export const messageOfNews = (id: string): number | undefined => {
  const [, number] = /^message:-?\d+:(\d+)$/.exec(id) ?? []
  return number === undefined ? undefined : Number(number)
}

const isDialogue = ({ chat }: Pick<Message, 'chat'>): boolean => chat.type === 'private'
const idOf = ({ chat, message_id: id }: Pick<Message, 'chat' | 'message_id'>): string => `message:${chat.id}:${id}`

function ofMessage(message: Message): readonly News[] {
  const { from } = message
  if (!from || !isDialogue(message)) return []
  const id = idOf(message)
  const files = filesOf(message)
  const variables = known(from, message)
  const { media_group_id: album, caption = '' } = message
  if (files.length)
    return [
      { kind: 'files', id, from: personOf(from), caption: cleanText(caption), files, variables, ...(album && { album: String(album) }) },
    ]
  const said = textOf(message)
  if (said === undefined) return []
  const { text, tag } = said
  const event = { kind: 'text', text, variables, ...(tag !== undefined && { tag }) } as const
  return [{ kind: 'event', id, from: personOf(from, tag), event }]
}

/** A command with a payload is `/start` by a link with a tag; a contact is his number, a place its coordinates. */
function textOf({ text, contact, location }: Message): { text: string; tag?: string } | undefined {
  if (contact) return { text: cleanText(contact.phone_number) }
  if (location)
    return {
      text: placeOf(location)
        .map(([, degrees]) => degrees)
        .join(','),
    }
  if (text === undefined || text.trim() === '') return undefined
  const [, tag] = /^\/start(?:@\w+)?\s+(\S+)\s*$/.exec(text) ?? []
  return tag === undefined ? { text: cleanText(text) } : { text: '/start', tag: cleanName(tag) }
}

function placeOf({ latitude, longitude }: Pick<Location, 'latitude' | 'longitude'>) {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) throw new TypeError('This is no place.')
  return [
    ['latitude', latitude],
    ['longitude', longitude],
  ] as const
}

/** What is known of him by this message. The contact may be somebody else's: then it is only what he wrote. */
function known(
  { id, username = '' }: Sender,
  { contact, location }: Partial<Pick<Message, 'contact' | 'location'>> = {},
): CarriedVariables {
  return {
    order: [],
    client: [
      ['tg_username', username],
      ...(contact?.user_id === id ? [['phone', contact.phone_number] as const] : []),
      ...(location ? placeOf(location) : []),
    ],
  }
}

function filesOf(message: Message): OutsideFile[] {
  const { photo, video, audio, voice, document, animation, video_note: note, sticker } = message
  const largest = photo?.toSorted((a, b) => a.width * a.height - b.width * b.height).at(-1)
  if (largest) return [fileOf(largest, 'photo.jpg')]
  // An animation comes as a document, too.
  if (animation) return [fileOf(animation, animation.file_name ?? 'animation.mp4')]
  if (video) return [fileOf(video, video.file_name ?? 'video.mp4')]
  if (audio) return [fileOf(audio, audio.file_name ?? 'audio.mp3')]
  if (voice) return [fileOf(voice, 'voice.ogg')]
  if (note) return [fileOf(note, 'video.mp4')]
  if (document) return [fileOf(document, document.file_name ?? 'file')]
  if (sticker) return [fileOf(sticker, sticker.is_video ? 'sticker.webm' : sticker.is_animated ? 'sticker.tgs' : 'sticker.webp')]
  return []
}

function fileOf({ file_id: outsideId }: { file_id: string }, name: string): OutsideFile {
  if (typeof outsideId !== 'string' || typeof name !== 'string') throw new TypeError('This is no file of a Bot API.')
  return { outsideId, name }
}

function ofEdited(message: Message): readonly News[] {
  const { from } = message
  const text = message.text ?? message.caption
  if (!from || !isDialogue(message) || text === undefined) return []
  return [{ kind: 'edited', from: personOf(from), of: idOf(message), text: cleanText(text) }]
}

/** What the button says is its callback, unless that is its caption: then it is as if he had typed it (builder-and-runtime, section 14). */
function ofPress({ id: press, from, data, message }: CallbackQuery): readonly News[] {
  if (data === undefined || (message && !isDialogue(message))) return []
  const id = `press:${press}`
  const reference = readReference(data)
  if (reference) return [{ kind: 'pressed', id, from: personOf(from), ...reference, press }]
  const { client, order } = known(from)
  const variables = { order, client: [...client, ['callback_query_id', press] as const] }
  const event = isCaption(data, message)
    ? ({ kind: 'button', text: cleanText(data), variables } as const)
    : ({ kind: 'callback', text: cleanText(data), pressed: true, variables } as const)
  return [{ kind: 'event', id, from: personOf(from), event, press }]
}

function isCaption(data: string, message: CallbackQuery['message']): boolean {
  const rows = message && 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined
  return (
    rows?.some((row) => row.some((button) => 'callback_data' in button && button.callback_data === data && button.text === data)) === true
  )
}

function ofMembership(update: number, { chat, from, new_chat_member: now }: NonNullable<Update['my_chat_member']>): readonly News[] {
  if (chat.type !== 'private' || now.status !== 'kicked') return []
  return [{ kind: 'event', id: `member:${update}`, from: personOf(from), event: { kind: 'unsubscribed' } }]
}
