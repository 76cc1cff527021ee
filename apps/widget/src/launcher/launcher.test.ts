// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usualLook } from '../look/read-look.ts'
import type { Memory } from '../visitor.ts'
import { mountLauncher } from './launcher.ts'

const origin = 'https://chat.example'

interface Told {
  readonly message: { readonly type: string }
  readonly to: string
}

/** What is in each frame: here no page is loaded, the tests play it. */
class Inside {
  readonly told: Told[] = []
  postMessage(data: { 'voronka-chat': Told['message'] }, to: string): void {
    this.told.push({ message: data['voronka-chat'], to })
  }
}
const insides = new WeakMap<object, Inside>()
const usual = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow') ?? {}

beforeEach(() => {
  vi.useFakeTimers()
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const inside = insides.get(this) ?? new Inside()
      insides.set(this, inside)
      return inside
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', usual)
  document.querySelector('#voronka-chat')?.remove()
})

function kept(first: Record<string, string> = {}): Memory & { readonly all: Map<string, string> } {
  const all = new Map(Object.entries(first).map(([name, value]) => [`voronka-chat:shop:${name}`, value]))
  return { all, read: (name) => all.get(name), write: (name, value) => void (value ? all.set(name, value) : all.delete(name)) }
}

/** The launcher on a page, with the chat in its frame played by the test. */
function onSite({ memory = kept(), session = kept(), look = {} }: { memory?: Memory; session?: Memory; look?: object } = {}) {
  const { api, show } = mountLauncher({ channel: 'shop', origin, memory, session, look: { ...usualLook, name: 'Shop', ...look } })
  const shadow = document.querySelector('#voronka-chat')?.shadowRoot
  const find = <Found extends Element>(selector: string, kind: new () => Found): Found => {
    const found = shadow?.querySelector(selector)
    if (!(found instanceof kind)) throw new Error(`There is no ${selector}.`)
    return found
  }
  const says = (message: object, from = origin) =>
    window.dispatchEvent(
      Object.assign(new Event('message'), {
        origin: from,
        source: find('iframe', HTMLIFrameElement).contentWindow,
        data: { 'voronka-chat': message },
      }),
    )
  return {
    api,
    show,
    says,
    told: () => insides.get(find('iframe', HTMLIFrameElement))?.told ?? [],
    button: find('.launcher', HTMLButtonElement),
    badge: find('.badge', HTMLElement),
    dialog: find('dialog', HTMLDialogElement),
    invitation: find('.invitation', HTMLElement),
    find,
    frames: () => shadow?.querySelectorAll('iframe').length,
  }
}

it('loads nothing before it is opened, and remembers the visitor on the site', () => {
  const memory = kept()
  const { api, button, dialog, frames, says, told } = onSite({ memory })
  expect([frames(), memory.all.size]).toEqual([0, 0])
  button.click()
  expect([dialog.open, frames()]).toEqual([true, 1])
  says({ type: 'ready' }, 'https://evil.example')
  expect(told()).toEqual([])
  says({ type: 'ready' })
  const token = memory.all.get('voronka-chat:shop:visitor')
  expect(api.recipientId).toBe(token)
  expect(token).toMatch(/^[0-9a-f]{48}$/)
  expect(told()[0]).toMatchObject({ message: { type: 'hello', visitor: token, open: true, seen: 0, start: [] }, to: origin })
  button.click()
  expect([dialog.open, frames(), told().at(-1)?.message.type]).toEqual([false, 1, 'closed'])
})

it('who has talked before hears of what is unread', async () => {
  const { button, badge, says, api } = onSite({ memory: kept({ talked: '1', visitor: 'visitor-of-before', seen: '7' }) })
  await vi.advanceTimersByTimeAsync(4000)
  const counts: number[] = []
  api.on('unread', (count) => counts.push(count))
  says({ type: 'ready' })
  says({ type: 'unread', count: 12 })
  await vi.advanceTimersByTimeAsync(0)
  expect([badge.hidden, badge.textContent, button.getAttribute('aria-label'), counts]).toEqual([
    false,
    '9+',
    'Open the chat, 12 unread messages',
    [12],
  ])
  button.click()
  expect(badge.hidden).toBe(true)
})

it('a seen message stays seen, whatever is told late', () => {
  const memory = kept()
  const { button, says } = onSite({ memory })
  button.click()
  for (const seen of [5, 3, 'x']) says({ type: 'seen', seen })
  expect(memory.all.get('voronka-chat:shop:seen')).toBe('5')
})

it('starts at a block, also while the chat is on its way', () => {
  const { api, says, told, dialog } = onSite()
  api.start('price')
  expect(dialog.open).toBe(true)
  says({ type: 'ready' })
  expect(told()[0]?.message).toMatchObject({ type: 'hello', start: ['price'] })
  api.start('more')
  expect(told().map(({ message }) => message)).toContainEqual({ type: 'start', tag: 'more' })
})

it('says when the chat does not come, and tries again', async () => {
  const { button, find, frames } = onSite()
  button.click()
  await vi.advanceTimersByTimeAsync(15_000)
  const again = find('.again', HTMLButtonElement)
  expect([frames(), again.hidden, find('.wait p', HTMLElement).textContent]).toEqual([
    0,
    false,
    'The chat did not open. Check your connection.',
  ])
  again.click()
  expect([frames(), again.hidden]).toEqual([1, true])
})

it('invites once, in its time, and never again who has sent it away', async () => {
  const words = { ...usualLook.words, en: { ...usualLook.words.en, invitation: 'Any questions?' } }
  const memory = kept()
  const { invitation, find } = onSite({ memory, look: { words, inviteAfter: 3 } })
  expect(invitation.hidden).toBe(true)
  await vi.advanceTimersByTimeAsync(3000)
  expect([invitation.hidden, invitation.textContent]).toEqual([false, 'Any questions?×'])
  find('.invitation .away', HTMLButtonElement).click()
  expect(invitation.hidden).toBe(true)
  document.querySelector('#voronka-chat')?.remove()
  const next = onSite({ memory, look: { words, inviteAfter: 3 } })
  await vi.advanceTimersByTimeAsync(3000)
  expect(next.invitation.hidden).toBe(true)
})

it('stays open on the next page of the site', () => {
  const session = kept()
  const first = onSite({ session })
  first.api.open()
  document.querySelector('#voronka-chat')?.remove()
  expect(onSite({ session }).dialog.open).toBe(true)
})

it('what the site says of its visitor goes to the chat, however it is said', async () => {
  const { api, button, says, told } = onSite()
  api.push((chat) => chat.identify({ name: 'Anna', email: 'a@shop.example', variables: { plan: 'gold', age: 30 } }))
  await vi.advanceTimersByTimeAsync(0)
  button.click()
  says({ type: 'ready' })
  const about = { plan: 'gold', age: 30, email: 'a@shop.example' }
  expect(told()[0]).toMatchObject({ message: { type: 'hello', name: 'Anna', about } })
  const anything: object = { name: 5, phone: '+79004443322', variables: { plan: 'silver', age: NaN, list: [1] } }
  api.identify(anything)
  const now = { ...about, plan: 'silver', phone: '+79004443322' }
  expect(told().at(-1)?.message).toEqual({ type: 'person', name: 'Anna', about: now })
})

it('shows a name of the owner as text', () => {
  const { dialog, show } = onSite({ look: { name: '<b>Shop</b>' } })
  expect(dialog.getAttribute('aria-label')).toBe('<b>Shop</b>')
  show({ ...usualLook, language: 'ru', words: { ...usualLook.words, ru: { ...usualLook.words.ru, title: 'Салон' } } })
  expect(dialog.getAttribute('aria-label')).toBe('Салон')
})
