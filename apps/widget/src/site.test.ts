// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usualLook } from './look/read-look.ts'
import { meetSite } from './site.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  Object.defineProperty(window, 'parent', { configurable: true, value: window })
})

const hello = {
  type: 'hello',
  visitor: 'visitor-1234',
  name: 'Anna',
  about: { plan: 'gold' },
  look: usualLook,
  language: 'ru',
  seen: 4,
  open: true,
  start: ['price'],
}

/** The page stands in a frame, and this is the window around it. */
function framed() {
  const told: { data: unknown; to: string }[] = []
  const parent = { postMessage: (data: unknown, to: string) => void told.push({ data, to }) }
  Object.defineProperty(window, 'parent', { configurable: true, value: parent })
  const says = (message: object, { source = parent as object, origin = 'https://shop.example' } = {}) =>
    void window.dispatchEvent(Object.assign(new Event('message'), { source, origin, data: { 'voronka-chat': message } }))
  return { told, says }
}

it('there is none around a page by itself', async () => {
  expect(await meetSite(window)).toBeUndefined()
})

it('the site that says who talks is told of the conversation, and no other', async () => {
  const { told, says } = framed()
  const meeting = meetSite(window)
  expect(told).toEqual([{ data: { 'voronka-chat': { type: 'ready' } }, to: '*' }])
  says(hello, { source: {}, origin: 'https://evil.example' })
  says({ ...hello, visitor: 'x y' })
  says(hello)
  const site = await meeting
  expect(site?.hello).toEqual(hello)
  site?.tell({ type: 'message', from: 'bot', text: 'secret' })
  expect(told.at(-1)?.to).toBe('https://shop.example')
  const later: object[] = []
  site?.onMessage((message) => later.push(message))
  says({ type: 'start', tag: 'a' }, { origin: 'https://evil.example' })
  says({ type: 'opened', focus: 'yes' })
  says({ type: 'nonsense' })
  says({ type: 'seen', seen: '7' })
  expect(later).toEqual([
    { type: 'opened', focus: false },
    { type: 'seen', seen: 7 },
  ])
})

it('a frame where nobody says who talks stands for itself, and tells nothing', async () => {
  const { told } = framed()
  const meeting = meetSite(window)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await meeting).toBeUndefined()
  expect(told).toHaveLength(1)
})
