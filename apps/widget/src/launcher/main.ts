/**
 * The one line of another site (`<script async src=".../chat/<channel>/embed.js">`): a button that opens the chat in a frame of its server. It keeps who
 * talks in the storage of the site, reads nothing else of it and asks nobody but its own server.
 */
import { pageMemory } from '../visitor.ts'
import { readLook } from '../look/read-look.ts'
import { calledBy } from './called-by.ts'
import type { ChatApi } from './chat-api.ts'
import { mountLauncher } from './launcher.ts'
import { mayStand } from './may-stand.ts'

declare global {
  /** The server puts it around this script. */
  const voronkaChatLook: unknown
  interface Window {
    /** Until the script is there, a list of what to do then. */
    voronkaChat?: ChatApi | ((chat: ChatApi) => void)[]
    /** Sites that had Salebot's chat ask it for this (http-api, section 6). */
    SaleBotPro?: { readonly recipient_id: string }
  }
}

const script = document.currentScript
if (script instanceof HTMLScriptElement && (!window.voronkaChat || Array.isArray(window.voronkaChat))) begin(new URL(script.src))

function begin({ origin, pathname }: URL): void {
  const look = readLook(voronkaChatLook)
  if (!mayStand(look.sites, location)) {
    console.warn(`The settings of the chat at ${origin} do not name ${location.host}, so it is not shown here.`)
    return
  }
  const { api } = mountLauncher({
    channel: decodeURIComponent(pathname.split('/').at(-2) ?? ''),
    origin,
    look,
    memory: pageMemory(() => localStorage),
    session: pageMemory(() => sessionStorage),
  })
  const waiting = Array.isArray(window.voronkaChat) ? window.voronkaChat : []
  window.voronkaChat = api
  window.SaleBotPro ??= {
    get recipient_id() {
      return api.recipientId
    },
  }
  for (const call of waiting) if (typeof call === 'function') queueMicrotask(() => call(api))

  const listen = () => {
    const called = calledBy(location.href)
    if (!called) return
    history.replaceState(history.state, '', called.rest)
    if (called.tag) api.start(called.tag)
    else api.open()
  }
  listen()
  window.addEventListener('hashchange', listen)
}
