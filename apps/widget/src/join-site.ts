import type { OpenChatLook } from '@voronka/api'
import type { Chat } from './chat.ts'
import { greet } from './greet.ts'
import type { Site } from './site.ts'
import type { Visitor } from './visitor.ts'

interface Page {
  readonly opening: string
  isVisible(): boolean
  focus(): void
  know(person: Pick<Visitor, 'name' | 'about'>): void
  show(look: OpenChatLook): void
}

/** Joins the chat to the site around: it hears what is unread and that there is a conversation, and says when the chat was opened and by what link. */
export function joinSite(site: Site, chat: Chat, page: Page): { sync(): void } {
  let { open, seen } = site.hello
  let unread = 0
  let talked = false

  function sync(): void {
    const { loaded, messages, latest } = chat.state()
    if (!loaded) return
    if (open && page.isVisible() && latest > seen) {
      seen = latest
      site.tell({ type: 'seen', seen })
    }
    const count = chat.unreadAfter(seen)
    if (count !== unread) site.tell({ type: 'unread', count })
    unread = count
    if (messages.length && !talked) site.tell({ type: 'talked' })
    talked ||= messages.length > 0
  }

  for (const tag of site.hello.start) chat.arrive(tag)
  const welcome = greet(chat, site.hello.start.length ? '' : page.opening, () => open)
  chat.onChange(sync)
  chat.onMessage(({ from, text }) => {
    if (from !== 'event' && from !== 'comment') site.tell({ type: 'message', from: from === 'client' ? 'client' : 'bot', text })
  })
  site.onMessage((message) => {
    if (message.type === 'opened' || message.type === 'closed') {
      open = message.type === 'opened'
      sync()
      welcome()
      if (message.type === 'opened' && message.focus) page.focus()
    } else if (message.type === 'start') chat.arrive(message.tag)
    else if (message.type === 'person') page.know({ name: message.name || undefined, about: message.about })
    else if (message.type === 'look') page.show(message.look)
    else {
      // It was read in another window.
      seen = Math.max(seen, message.seen)
      sync()
    }
  })
  return { sync }
}
