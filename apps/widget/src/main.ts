/** The web-chat page at `/chat/<channel>`, by itself or in a frame of the launcher: joins the wire, the dialogue and the page. */
import type { OpenChatLook } from '@voronka/api'
import { createChat, type Chat } from './chat.ts'
import { greet } from './greet.ts'
import { joinSite } from './join-site.ts'
import { paint } from './look/paint.ts'
import { readLook } from './look/read-look.ts'
import { meetSite } from './site.ts'
import './style.css'
import { httpTransport } from './transport.ts'
import { httpUploader } from './upload.ts'
import { mountChat } from './view.ts'
import { key, openVisitor, pageMemory } from './visitor.ts'
import { languageFor, words } from './words.ts'

const channel = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const root = document.querySelector<HTMLElement>('#chat')
if (root) void begin(root)

async function begin(place: HTMLElement): Promise<void> {
  const site = await meetSite(window)
  const sample = site !== undefined && location.search === '?preview'
  const memory = pageMemory(() => localStorage)
  // In a frame another person may talk than on the page by itself.
  const scope = site ? `${channel}@${site.hello.visitor}` : channel
  const visitor = site
    ? { token: site.hello.visitor, name: site.hello.name || undefined, tag: site.hello.start[0], about: site.hello.about }
    : openVisitor(channel, location.search, memory)
  const transport = sample ? (await import('./sample-transport.ts')).sampleTransport(site.hello.language) : httpTransport(channel, visitor)
  const chat = createChat(transport, memory, key(scope, 'outbox'))
  chat.start()

  const look = site?.hello.look ?? ownLook(place)
  const language = site?.hello.language ?? languageFor(look.language, navigator.languages)
  document.documentElement.lang = language
  document.documentElement.classList.toggle('framed', site !== undefined)
  const view = mountChat(place, chat, {
    words: words[language],
    language,
    draft: { read: () => memory.read(key(scope, 'draft')) ?? '', write: (text) => memory.write(key(scope, 'draft'), text) },
    upload: httpUploader(channel, visitor),
    onClose: site && (() => site.tell({ type: 'close' })),
  })
  const show = (shown: OpenChatLook) => {
    paint(document.documentElement, shown)
    view.show(shown)
  }
  show(look)
  addEventListener('online', () => chat.retry())
  if (!site) return byItself(chat, look)

  const { sync } = joinSite(site, chat, {
    opening: sample ? '' : look.opening,
    isVisible: () => document.visibilityState === 'visible',
    focus: view.focus,
    know: (person) => Object.assign(visitor, person),
    show,
  })
  document.addEventListener('visibilitychange', sync)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) site.tell({ type: 'close' })
  })
}

/** Who comes by a link with a tag is greeted by the block that waits for it (builder-and-runtime, section 12.1). */
function byItself(chat: Chat, look: OpenChatLook): void {
  const asked = new URLSearchParams(location.search)
  const tag = asked.get('tag')
  if (!tag) return void greet(chat, look.opening, () => true)
  // The tag leaves the address, so that a reload is not a second arrival.
  asked.delete('tag')
  history.replaceState(null, '', asked.size ? `${location.pathname}?${asked}` : location.pathname)
  chat.arrive(tag)
}

/** How the owner wants it: the server has written it into the page. */
function ownLook({ dataset }: HTMLElement): OpenChatLook {
  return readLook(JSON.parse(dataset['look'] ?? '{}'))
}
