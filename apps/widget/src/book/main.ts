/** The booking page at `/book/<branch>`, the page of a visit at `/book/<branch>/visit/<secret>`, and both in a frame of another site. */
import { element } from '../element.ts'
import { bookingApi } from './api.ts'
import './book.css'
import { mountHead } from './head.ts'
import { hearPreview, tellHeight } from './frame.ts'
import { mountVisit } from './visit-page.ts'
import { mountWizard } from './wizard.ts'
import { languageFor, refusedText, words } from './words.ts'

const [, , branch = '', , secret] = location.pathname.split('/').map(decodeURIComponent)
const root = document.querySelector<HTMLElement>('#book')

async function start(place: HTMLElement): Promise<void> {
  const early = words[languageFor(navigator.languages, 'en')]
  place.replaceChildren(element('p', { class: 'notice', role: 'status' }, early.loading))
  const api = bookingApi(branch)
  const answer = await api.page()
  if (!answer.ok) {
    const again = element('button', { type: 'button', class: 'primary' }, early.retry)
    again.addEventListener('click', () => void start(place))
    place.replaceChildren(element('div', { class: 'notice', role: 'alert' }, element('p', {}, refusedText(early, answer.code)), again))
    return
  }
  const language = languageFor(navigator.languages, answer.value.language)
  document.documentElement.lang = language
  const head = mountHead(place, answer.value, words[language])
  const context = { api, key: branch, page: answer.value, language, say: words[language] }
  if (secret) await mountVisit(head.main, context, secret)
  else mountWizard(head.main, context)
  hearPreview(head.show)
}

if (root) {
  tellHeight(root)
  void start(root)
}
