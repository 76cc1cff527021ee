/**
 * The form for leads on any site: `<script type="module" src=".../chat-assets/lead-form.js" data-form="KEY"></script>`. It asks nothing of anybody but this
 * server, stands in a shadow of its own so that neither page nor form disturbs the other, and is filled in by keyboard as by mouse.
 */
import { element } from './element.ts'
import { formWords, type FormWords } from './lead-form-words.ts'
import { formStyle } from './lead-form-style.ts'

const kinds = {
  title: { type: 'text', autocomplete: 'name' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
  company: { type: 'text', autocomplete: 'organization' },
  description: { type: 'textarea', autocomplete: 'off' },
} as const
type FieldName = keyof typeof kinds

const isField = (name: string): name is FieldName => Object.hasOwn(kinds, name)
const listed = (text: string | undefined, usual: readonly FieldName[]): readonly FieldName[] => {
  const names = (text ?? '').split(/[\s,]+/).filter(isField)
  return text === undefined ? usual : names
}

/** Puts the form of one script line into the page. `base`: where the script came from. */
export function showLeadForm(line: HTMLScriptElement, base: string): HTMLElement | undefined {
  const { form: key, target, theme = 'auto', color, lang, heading, button, thanks, source = '' } = line.dataset
  if (!key || line.dataset['shown'] !== undefined) return undefined
  line.dataset['shown'] = ''
  const words = formWords(lang ?? (document.documentElement.lang || navigator.language))
  const host = element('div', { class: 'voronka-lead-form' })
  const shadow = host.attachShadow({ mode: 'open' })
  const fields = listed(line.dataset['fields'], ['title', 'phone', 'email', 'description'])
  const required = listed(line.dataset['required'], ['phone'])
  const form = formOf(fields, required, words, { heading, button })
  // Such a sheet is no inline style, which the page may forbid.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(formStyle)
  shadow.adoptedStyleSheets = [sheet]
  shadow.append(form)
  host.dataset['theme'] = theme
  if (color && CSS.supports('color', color)) host.style.setProperty('--voronka-accent', color)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(form, `${base}/leads/form/${encodeURIComponent(key)}`, source, words).then((sent) => {
      if (sent) say(form, thanks ?? words.thanks, 'done')
    })
  })
  const place = target ? document.querySelector(target) : undefined
  if (place) place.append(host)
  else line.after(host)
  return host
}

function formOf(
  fields: readonly FieldName[],
  required: readonly FieldName[],
  words: FormWords,
  { heading, button }: { heading: string | undefined; button: string | undefined },
): HTMLFormElement {
  const form = element('form', { part: 'form', 'aria-label': heading ?? words.label })
  if (heading) form.append(element('h2', { part: 'heading' }, heading))
  for (const name of fields) {
    const { type, autocomplete } = kinds[name]
    const attributes = { id: name, name, autocomplete, required: required.includes(name), maxlength: type === 'textarea' ? '5000' : '255' }
    const control = type === 'textarea' ? element('textarea', { ...attributes, rows: '3' }) : element('input', { ...attributes, type })
    form.append(element('p', { part: 'field' }, element('label', { for: name }, words.fields[name]), control))
  }
  // Nobody sees it; programs that fill in everything betray themselves.
  const trap = element('input', { name: 'website', tabindex: '-1', autocomplete: 'off', 'aria-hidden': 'true', class: 'trap' })
  form.append(
    trap,
    element('p', { class: 'said', role: 'status', 'aria-live': 'polite' }),
    element('button', { type: 'submit', part: 'button' }, button ?? words.button),
  )
  return form
}

/** True: it was taken. */
async function send(form: HTMLFormElement, address: string, source: string, words: FormWords): Promise<boolean> {
  const button = form.querySelector('button')
  if (button?.disabled) return false
  if (button) button.disabled = true
  const said = new URLSearchParams([...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  for (const [name, value] of marksOf(window.location.search, document.referrer)) said.set(name, value)
  said.set('site', window.location.origin + window.location.pathname)
  said.set('timezone', Intl.DateTimeFormat().resolvedOptions().timeZone)
  if (source) said.set('path', source)
  try {
    const answer = await fetch(address, { method: 'POST', body: said })
    if (answer.ok) return true
    say(form, answer.status === 400 ? words.empty : words.failed, 'failed')
  } catch {
    say(form, words.failed, 'failed')
  }
  if (button) button.disabled = false
  return false
}

function say(form: HTMLFormElement, text: string, how: 'done' | 'failed'): void {
  const said = form.querySelector('.said')
  if (!said) return
  said.textContent = text
  said.classList.toggle('failed', how === 'failed')
  if (how === 'failed') return
  form.reset()
  for (const each of form.querySelectorAll('[part="field"], button')) each.remove()
}

/** UTM marks of the address, and the page that one came from when it is another site. */
export function marksOf(query: string, referrer: string): readonly (readonly [string, string])[] {
  const params = new URLSearchParams(query)
  const marks = ['source', 'medium', 'campaign', 'term', 'content'].map((mark) => [`utm_${mark}`, params.get(`utm_${mark}`) ?? ''] as const)
  const foreign = referrer !== '' && !referrer.startsWith(window.location.origin)
  return [...marks, ['utm_referrer', foreign ? referrer : ''] as const].filter(([, value]) => value !== '')
}

/** Every line of this script in the page; `url`: its own address. */
export function showLeadForms(url: string): void {
  const { origin, pathname } = new URL(url)
  for (const line of document.querySelectorAll<HTMLScriptElement>('script[data-form]')) {
    const own = new URL(line.src, document.baseURI)
    if (own.origin === origin && own.pathname === pathname) showLeadForm(line, origin)
  }
}
