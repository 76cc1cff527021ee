import type { ChatLook, ChatWords, OpenChatLook } from '@voronka/api'
import { isRecord } from '../between.ts'

const noWords: ChatWords = { title: '', greeting: '', invitation: '', button: '', write: '' }

/** As it is where nothing was changed. */
export const usualLook: OpenChatLook = {
  color: '#2a5fd0',
  theme: 'auto',
  side: 'right',
  offset: { x: 20, y: 20 },
  icon: 'chat',
  avatar: '',
  language: 'auto',
  words: { ru: noWords, en: noWords },
  inviteAfter: 5,
  opening: '',
  sites: [],
  name: '',
}

/** A look out of what came over a wire: what is not as it should be is the usual. */
export function readLook(data: unknown): OpenChatLook {
  const given = isRecord(data) ? data : {}
  const text = (name: string, usual: string, fits?: (value: string) => boolean) => {
    const value = given[name]
    return typeof value === 'string' && (fits?.(value) ?? true) ? value : usual
  }
  const words = isRecord(given['words']) ? given['words'] : {}
  const offset = isRecord(given['offset']) ? given['offset'] : {}
  const sites = Array.isArray(given['sites']) ? given['sites'].filter((site) => typeof site === 'string') : []
  return {
    color: text('color', usualLook.color, (color) => /^#[0-9a-f]{6}$/i.test(color)),
    theme: oneOf<ChatLook['theme']>(given['theme'], ['auto', 'light', 'dark']),
    side: oneOf<ChatLook['side']>(given['side'], ['right', 'left']),
    offset: { x: number(offset['x'], 20), y: number(offset['y'], 20) },
    icon: oneOf<ChatLook['icon']>(given['icon'], ['chat', 'dots', 'question', 'headset', 'heart']),
    avatar: text('avatar', '', (address) => address.startsWith('/files/')),
    language: oneOf<ChatLook['language']>(given['language'], ['auto', 'ru', 'en']),
    words: { ru: readWords(words['ru']), en: readWords(words['en']) },
    inviteAfter: number(given['inviteAfter'], usualLook.inviteAfter),
    opening: text('opening', ''),
    sites,
    name: text('name', ''),
  }
}

function readWords(data: unknown): ChatWords {
  const given = isRecord(data) ? data : {}
  const text = (name: keyof ChatWords) => {
    const value = given[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    title: text('title'),
    greeting: text('greeting'),
    invitation: text('invitation'),
    button: text('button'),
    write: text('write'),
  }
}

/** One of these; the first when it is none of them. */
function oneOf<Name extends string>(value: unknown, names: readonly [Name, ...Name[]]): Name {
  return names.find((name) => name === value) ?? names[0]
}

const number = (value: unknown, usual: number): number => (typeof value === 'number' && Number.isFinite(value) ? value : usual)
