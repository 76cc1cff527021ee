import type { OpenChatLook } from '@voronka/api'
import { isRecord, readAbout } from '../between.ts'
import { languageOfSite } from '../frame.ts'
import { colorsOf } from '../look/colors.ts'
import { key, openVisitor, type About, type Memory } from '../visitor.ts'
import { createListeners, type ChatApi } from './chat-api.ts'
import { createChatWindow } from './chat-window.ts'
import { makeParts, showPicture } from './parts.ts'
import { launcherWords } from './words.ts'

export interface LauncherOptions {
  readonly channel: string
  /** Of the server. */
  readonly origin: string
  /** What is kept on this site: who talks here, and what he has seen. */
  readonly memory: Memory
  /** The same for this window of the browser alone. */
  readonly session: Memory
  readonly look: OpenChatLook
  /** Of the page in the frame. */
  readonly query?: string
}

/** The button on a site of somebody else and the window that it opens. */
export function mountLauncher({ channel, origin, memory, session, look: first, query = '' }: LauncherOptions) {
  const parts = makeParts()
  const { host, place, button, dialog, invitation } = parts
  const listeners = createListeners()
  const narrow = window.matchMedia('(max-width: 480px)')
  let look = first
  let unread = 0
  let focused = false
  let about: About = {}
  let invite: ReturnType<typeof setTimeout> | undefined

  const language = () => (look.language === 'auto' ? (languageOfSite() ?? languageOfBrowser()) : look.language)
  const words = () => launcherWords[language()]
  const chat = createChatWindow({
    channel,
    origin,
    query,
    memory,
    parts,
    look: () => look,
    words,
    language,
    isOpen: () => dialog.open,
    takesFocus: () => focused,
    about: () => about,
    unread: setUnread,
    close: () => close(),
    message: (what) => listeners.tell('message', what),
  })

  /** On a telephone it takes the whole window, and what is behind cannot be reached. */
  function showDialog(): void {
    if (narrow.matches) dialog.showModal()
    else dialog.show()
  }

  function open({ focus = true } = {}): void {
    hideInvitation()
    focused = focus
    if (!dialog.open) {
      chat.load()
      showDialog()
      session.write(key(channel, 'open'), '1')
      draw()
      listeners.tell('open', undefined)
    }
    if (focus) dialog.querySelector('iframe')?.focus()
    else button.blur()
    chat.tell({ type: 'opened', focus })
  }

  function close(): void {
    if (!dialog.open) return
    dialog.close()
    session.write(key(channel, 'open'), '')
    chat.tell({ type: 'closed' })
    draw()
    button.focus()
    listeners.tell('close', undefined)
  }

  const toggle = () => (dialog.open ? close() : open())

  function setUnread(count: number): void {
    if (count === unread) return
    if (count > unread && !dialog.open) parts.news.textContent = words().unread(count)
    unread = count
    draw()
    listeners.tell('unread', count)
  }

  function hideInvitation(): void {
    clearTimeout(invite)
    invitation.hidden = true
  }

  function draw(): void {
    const say = words()
    const own = look.words[language()]
    const { brand, onBrand, onLight, onDark } = colorsOf(look.color)
    for (const [name, value] of [
      ['--brand', brand],
      ['--on-brand', onBrand],
      ['--ring', `light-dark(${onLight}, ${onDark})`],
      ['--x', `${look.offset.x}px`],
      ['--y', `${look.offset.y}px`],
    ] as const)
      host.style.setProperty(name, value)
    host.dataset['theme'] = look.theme
    host.lang = language()
    place.className = look.side
    showPicture(parts, dialog.open ? 'close' : look.icon)
    parts.caption.textContent = dialog.open ? '' : own.button
    const named = dialog.open ? say.close : own.button || say.open
    button.setAttribute('aria-label', unread && !dialog.open ? `${named}, ${say.unread(unread)}` : named)
    button.setAttribute('aria-expanded', String(dialog.open))
    parts.badge.hidden = !unread || dialog.open
    parts.badge.textContent = unread > 9 ? '9+' : String(unread)
    dialog.setAttribute('aria-label', own.title || look.name || say.chat)
    parts.invited.textContent = own.invitation
    parts.dismiss.setAttribute('aria-label', say.dismiss)
    parts.away.setAttribute('aria-label', say.close)
    parts.again.textContent = say.again
  }

  function inviteLater(): void {
    const known = ['talked', 'dismissed'].some((what) => memory.read(key(channel, what)))
    if (known || !look.words[language()].invitation || dialog.open) return
    invite = setTimeout(() => (invitation.hidden = dialog.open), look.inviteAfter * 1000)
  }

  button.addEventListener('click', toggle)
  // Who points at it is about to press it.
  button.addEventListener('pointerenter', chat.load, { once: true })
  parts.invited.addEventListener('click', () => open())
  parts.dismiss.addEventListener('click', () => {
    memory.write(key(channel, 'dismissed'), '1')
    hideInvitation()
    button.focus()
  })
  parts.away.addEventListener('click', close)
  dialog.addEventListener('keydown', (event) => event.key === 'Escape' && close())
  invitation.addEventListener('keydown', (event) => event.key === 'Escape' && hideInvitation())
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    close()
  })
  narrow.addEventListener('change', () => {
    if (!dialog.open) return
    dialog.close()
    showDialog()
  })

  draw()
  // Not in the body, which some sites put anew with every page.
  document.documentElement.append(host)
  if (session.read(key(channel, 'open')) && !narrow.matches) open({ focus: false })
  else if (memory.read(key(channel, 'talked'))) whenIdle(chat.load)
  inviteLater()

  const api: ChatApi = {
    push: (call) => queueMicrotask(() => call(api)),
    open: () => open(),
    close,
    toggle,
    start(tag) {
      chat.start(tag)
      open()
    },
    // Of a script of the site, which may hand in anything.
    identify(person: unknown) {
      if (!isRecord(person)) return
      const { name, email, phone, variables } = person
      if (typeof name === 'string') memory.write(key(channel, 'name'), name.slice(0, 255))
      about = readAbout({ ...about, ...readAbout(variables), ...readAbout({ email, phone }) })
      chat.tell({ type: 'person', name: memory.read(key(channel, 'name')) ?? '', about })
    },
    on: listeners.on,
    get recipientId() {
      return openVisitor(channel, '', memory).token
    },
    get isOpen() {
      return dialog.open
    },
    get unread() {
      return unread
    },
  }
  return {
    api,
    /** For the preview of the builder. */
    show(changed: OpenChatLook): void {
      look = changed
      draw()
      hideInvitation()
      inviteLater()
      chat.tell({ type: 'look', look })
    },
  }
}

const languageOfBrowser = () =>
  navigator.languages
    .find((one) => /^(ru|en)/i.test(one))
    ?.slice(0, 2)
    .toLowerCase() === 'ru'
    ? 'ru'
    : 'en'

/** Who has talked here before hears of answers without opening; the site itself comes first. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 3000 })
  else setTimeout(work, 1000)
}
