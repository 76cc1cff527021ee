// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { marksOf, showLeadForm } from './lead-form.ts'

const sent: { url: string; body: URLSearchParams }[] = []
let status = 200

beforeEach(() => {
  sent.length = 0
  status = 200
  document.body.innerHTML = ''
  vi.stubGlobal('fetch', (url: string, { body }: { body: URLSearchParams }) => {
    sent.push({ url, body })
    return Promise.resolve(new Response('{}', { status }))
  })
})
afterEach(() => vi.unstubAllGlobals())

function shown(attributes: Record<string, string> = {}) {
  const line = document.createElement('script')
  for (const [name, value] of Object.entries({ 'data-form': 'key/1', ...attributes })) line.setAttribute(name, value)
  document.body.append(line)
  const host = showLeadForm(line, 'https://bot.example')
  const root = host?.shadowRoot
  if (!host || !root) throw new Error('No form was shown.')
  const form = root.querySelector('form')
  if (!form) throw new Error('There is no form.')
  return { line, host, form, field: (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`) }
}

const settled = () =>
  new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve)))))

it('asks what it is told to ask, with names of fields that are read out', () => {
  const { form } = shown({ 'data-fields': 'email, company', 'data-required': 'email', 'data-heading': 'Call me', 'data-lang': 'ru' })
  expect([...form.querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual(['Почта', 'Компания'])
  expect([...form.querySelectorAll('label')].map((label) => label.getAttribute('for'))).toEqual(['email', 'company'])
  expect([...form.querySelectorAll<HTMLInputElement>('p input')].map(({ name, required }) => [name, required])).toEqual([
    ['email', true],
    ['company', false],
  ])
  expect(form.querySelector('h2')?.textContent).toBe('Call me')
})

it('speaks the language of the page, else that of the browser', () => {
  const usual = Object.getOwnPropertyDescriptor(navigator, 'language')
  Object.defineProperty(navigator, 'language', { configurable: true, value: 'ru-RU' })
  const label = () => shown({ 'data-fields': 'email' }).form.querySelector('label')?.textContent
  const ofBrowser = label()
  document.documentElement.lang = 'en'
  const ofPage = label()
  document.documentElement.removeAttribute('lang')
  if (usual) Object.defineProperty(navigator, 'language', usual)
  else Reflect.deleteProperty(navigator, 'language')
  expect([ofBrowser, ofPage]).toEqual(['Почта', 'E-mail'])
})

it('sends what was filled in to its own server alone, and thanks', async () => {
  const { form, field } = shown({ 'data-source': 'Landing', 'data-thanks': 'Done!' })
  const title = field('title')
  if (title) title.value = 'Ann'
  form.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
  expect(sent.map(({ url }) => url)).toEqual(['https://bot.example/leads/form/key%2F1'])
  expect(Object.fromEntries(sent[0]?.body ?? [])).toMatchObject({ title: 'Ann', phone: '', path: 'Landing', website: '' })
  expect(form.querySelector('[role="status"]')?.textContent).toBe('Done!')
  expect(form.querySelector('button')).toBeNull()
})

it('says when it could not be sent, and can be sent again', async () => {
  status = 503
  const { form } = shown()
  form.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
  expect(form.querySelector('[role="status"]')?.textContent).toContain('could not be sent')
  expect(form.querySelector('button')?.disabled).toBe(false)
})

it('stands in the element that it is told, and once', () => {
  document.body.innerHTML = '<div id="place"></div>'
  const { line, host } = shown({ 'data-target': '#place' })
  expect(host.parentElement?.id).toBe('place')
  expect(showLeadForm(line, 'https://bot.example')).toBeUndefined()
})

it('takes marks from the address, and the page of another site', () => {
  expect(marksOf('?utm_source=google&utm_term=cake&x=1', 'https://google.com/')).toEqual([
    ['utm_source', 'google'],
    ['utm_term', 'cake'],
    ['utm_referrer', 'https://google.com/'],
  ])
  expect(marksOf('', `${window.location.origin}/other`)).toEqual([])
})
