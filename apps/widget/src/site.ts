/** The site around, when the page stands in a frame of the launcher. */
import { post, read, readAbout, type ToChat, type ToSite } from './between.ts'
import { readLook } from './look/read-look.ts'

type Hello = Extract<ToChat, { type: 'hello' }>

export interface Site {
  readonly hello: Hello
  tell(message: ToSite): void
  onMessage(call: (message: Exclude<ToChat, Hello>) => void): void
}

/** A frame that somebody made by hand has no launcher that says hello. */
const patienceMs = 1000

/** Undefined: nobody around says who talks, so the page stands for itself. */
export function meetSite(window: Window): Promise<Site | undefined> {
  const { parent } = window
  if (parent === window) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs)
    window.addEventListener('message', function heard({ source, origin, data }: MessageEvent<unknown>) {
      const hello = source === parent ? readHello(read(data)) : undefined
      if (!hello) return
      window.removeEventListener('message', heard)
      clearTimeout(timer)
      resolve({ hello, tell: (message) => post(parent, origin, message), onMessage: (call) => listen(window, origin, call) })
    })
    post(parent, '*', { type: 'ready' })
  })
}

function listen(window: Window, from: string, call: (message: Exclude<ToChat, Hello>) => void): void {
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const message = source === window.parent && origin === from ? readLater(read(data)) : undefined
    if (message) call(message)
  })
}

type Read = ReturnType<typeof read>

function readHello(message: Read): Hello | undefined {
  if (message?.type !== 'hello') return undefined
  const { visitor, name, about, language, seen, open, start, look } = message
  if (typeof visitor !== 'string' || !/^[A-Za-z0-9_-]{8,128}$/.test(visitor)) return undefined
  return {
    type: 'hello',
    visitor,
    name: text(name),
    about: readAbout(about),
    look: readLook(look),
    language: language === 'ru' ? 'ru' : 'en',
    seen: Number(seen) || 0,
    open: open === true,
    start: Array.isArray(start) ? start.filter((tag) => typeof tag === 'string') : [],
  }
}

function readLater(message: Read): Exclude<ToChat, Hello> | undefined {
  switch (message?.type) {
    case 'opened':
      return { type: 'opened', focus: message['focus'] === true }
    case 'closed':
      return { type: 'closed' }
    case 'start':
      return { type: 'start', tag: text(message['tag']) }
    case 'person':
      return { type: 'person', name: text(message['name']), about: readAbout(message['about']) }
    case 'seen':
      return { type: 'seen', seen: Number(message['seen']) || 0 }
    case 'look':
      return { type: 'look', look: readLook(message['look']) }
    default:
      return undefined
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 255) : '')
