/** The web-chat page at `/chat/<channel>`: joins the wire, the dialogue and the page. */
import { createChat } from './chat.ts'
import './style.css'
import { httpTransport } from './transport.ts'
import { httpUploader } from './upload.ts'
import { mountChat } from './view.ts'
import { key, openVisitor, pageMemory } from './visitor.ts'
import { wordsFor } from './words.ts'

const channel = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const words = wordsFor(navigator.languages)
document.documentElement.lang = words.language

const memory = pageMemory(() => localStorage)
const visitor = openVisitor(channel, location.search, memory)
const chat = createChat(httpTransport(channel, visitor), memory, key(channel, 'outbox'))

const root = document.querySelector<HTMLElement>('#chat')
if (root) {
  const draft = { read: () => memory.read(key(channel, 'draft')) ?? '', write: (text: string) => memory.write(key(channel, 'draft'), text) }
  mountChat(root, chat, words, draft, httpUploader(channel, visitor))
  chat.start()
  addEventListener('online', () => chat.retry())
}
