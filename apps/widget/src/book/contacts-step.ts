import { element } from '../element.ts'
import type { Contacts } from './api.ts'
import { totalOf } from './choice.ts'
import type { PageContext } from './context.ts'
import { countdown } from './countdown.ts'
import { keepBooked } from './booked.ts'
import { contactFields } from './contact-fields.ts'
import { longDay, ownClock } from './format.ts'
import { refusedText } from './words.ts'
import type { StepView, Wizard } from './wizard.ts'

/** What was written stays while the visitor goes back for another time. */
let written: Contacts = { name: '', phone: '', email: '', comment: '' }

/** Who comes, and the booking itself. Whoever loses the race for a time gets fresh ones. */
export function contactsStep(context: PageContext, wizard: Wizard): StepView {
  const { api, page, say, language } = context
  const { date, time, services, employee } = wizard.choice
  const own = ownClock(date, time, page.timezone, language)
  const who = page.employees.find(({ id }) => id === employee)?.name
  const fields = contactFields(context, written)
  const refusal = element('p', { class: 'alert', role: 'alert', hidden: true })
  const form = element('form', { novalidate: true }, ...fields.nodes)
  const held = countdown(context, wizard)
  let busy = false

  async function book(): Promise<void> {
    const contacts = fields.read()
    if (busy || !contacts) return
    written = contacts
    busy = true
    wizard.refresh()
    const answer = await api.book(wizard.choice, contacts, wizard.requestKey, wizard.held.current())
    busy = false
    if (answer.ok) {
      wizard.held.forget()
      keepBooked(answer.value)
      return wizard.go('done')
    }
    if (answer.code === 'slot-taken' || answer.code === 'time-passed') {
      wizard.held.release()
      wizard.choose({ time: '' })
      return wizard.go('time', refusedText(say, answer.code))
    }
    refusal.hidden = false
    refusal.textContent = refusedText(say, answer.code)
    wizard.refresh()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void book()
  })
  form.append(element('button', { type: 'submit', class: 'unseen', tabindex: '-1', 'aria-hidden': 'true' }, say.book))
  return {
    title: say.contacts,
    content: [
      element(
        'p',
        { class: 'chosen' },
        element('b', {}, `${longDay(date, language)}, ${time}`),
        ...(own ? [element('span', {}, ` (${say.yourTime(own)})`)] : []),
        element('br'),
        [totalOf(page, services).titles.join(', '), ...(who ? [say.with(who)] : [])].join(' · '),
      ),
      held.node,
      refusal,
      form,
    ],
    next: { text: say.book, enabled: () => !busy, run: () => void book() },
    leave() {
      held.stop()
      written = fields.peek()
    },
  }
}
