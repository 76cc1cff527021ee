// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { bubble } from './bubble.ts'
import type { Shown } from './dialogue.ts'
import { words } from './words.ts'

const message = (more: Partial<Shown>): Shown => ({
  key: 'm1',
  from: 'bot',
  text: '',
  format: 'plain',
  buttons: [],
  attachments: [],
  at: '2026-03-10T11:00:00.000Z',
  state: 'sent',
  ...more,
})
const actions = { press: vi.fn(), retry: vi.fn() }
const draw = (more: Partial<Shown>) => bubble(message(more), true, words.en, actions)

it.each(['plain', 'markdown', 'html'] as const)('builds no element out of what a message says: %s', (format) => {
  const text =
    '<img src=x onerror="alert(1)"><script>alert(1)</script><svg/onload=alert(1)>[x](javascript:alert(1)) <a href="javascript:alert(1)">y</a>'
  const drawn = draw({ text, format })
  expect(drawn.querySelectorAll('img, script, svg, a, iframe')).toHaveLength(0)
  expect(drawn.querySelector('.text')?.textContent).toBe(text)
})

it('shows what a message answers above it, as text; a file without a name is called one', () => {
  const drawn = draw({ text: 'Yes', answers: { message: 1, from: 'client', text: '<b>How much?</b> https://a.ru' } })
  expect(drawn.querySelector('.said')?.firstElementChild?.textContent).toBe('In answer to: <b>How much?</b> https://a.ru')
  expect(drawn.querySelectorAll('b, a')).toHaveLength(0)
  expect(draw({ answers: { message: 1, from: 'client', text: '' } }).textContent).toContain('In answer to: File')
})

it('opens links in a window that cannot reach back', () => {
  const link = draw({ text: '*see* [site](https://a.ru)', format: 'markdown' }).querySelector('a')
  expect([link?.getAttribute('href'), link?.target, link?.rel]).toEqual(['https://a.ru', '_blank', 'noopener noreferrer nofollow'])
})

it('opens no address but allowed ones, neither from buttons nor from files', () => {
  const drawn = draw({
    buttons: [{ kind: 'inline', text: 'Go', line: 0, indexInLine: 0, url: 'javascript:alert(1)', color: 'red;background:url(x)' }],
    attachments: [
      { kind: 'image', url: 'javascript:alert(1)', name: '<b>x</b>' },
      { kind: 'file', url: '//evil.example/x', name: 'y' },
    ],
  })
  expect(drawn.querySelectorAll('a, img, [style]')).toHaveLength(0)
  expect(drawn.textContent).toContain('<b>x</b>')
})

it('shows buttons in their rows and places, whatever their order', () => {
  const button = (text: string, line: number, indexInLine: number) => ({ kind: 'inline' as const, text, line, indexInLine })
  const rows = draw({ buttons: [button('c', 1, 0), button('b', 0, 1), button('a', 0, 0)] }).querySelectorAll('.row')
  expect([...rows].map(({ textContent }) => textContent)).toEqual(['ab', 'c'])
})

it('hides a spoiler from eyes and ears until it is pressed', () => {
  const drawn = draw({ text: '||secret||', format: 'markdown' })
  expect(drawn.querySelector('.spoiler > [aria-hidden]')?.textContent).toBe('secret')
  drawn.querySelector<HTMLElement>('.spoiler')?.click()
  expect(drawn.querySelector('.spoiler')).toBeNull()
  expect(drawn.textContent).toContain('secret')
})

it('offers to send again what failed', () => {
  const drawn = draw({ from: 'client', text: 'x', state: 'failed' })
  drawn.querySelector<HTMLElement>('footer button')?.click()
  expect(actions.retry).toHaveBeenCalledOnce()
})
