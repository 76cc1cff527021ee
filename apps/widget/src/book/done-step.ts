import { element } from '../element.ts'
import { booked } from './booked.ts'
import type { PageContext } from './context.ts'
import { visitFacts, visitPath } from './visit-facts.ts'
import type { StepView, Wizard } from './wizard.ts'

/** It is booked: the personal link is here to be kept. */
export function doneStep(context: PageContext, wizard: Wizard): StepView {
  const { say, key } = context
  const visit = booked()
  if (!visit) return { title: say.booking, content: [] }
  const path = visitPath(key, visit)
  const link = element('input', { type: 'text', readonly: true, value: new URL(path, location.origin).href, 'aria-label': say.showVisit })
  const copy = element('button', { type: 'button' }, say.copy)
  copy.addEventListener('click', () => {
    link.select()
    void copied(link.value).then(() => {
      copy.textContent = say.copied
      wizard.announce(say.copied)
    })
  })
  const again = element('button', { type: 'button', class: 'quiet' }, say.again)
  again.addEventListener('click', () => {
    wizard.choose({ services: [], employee: null, date: '', time: '' })
    wizard.go('services')
  })
  return {
    title: say.done,
    content: [
      visitFacts(visit, context),
      element('p', {}, say.keepLink),
      element('div', { class: 'link' }, link, copy),
      element(
        'p',
        { class: 'actions' },
        element('a', { href: path, class: 'button' }, say.showVisit),
        element('a', { href: `${path}/visit.ics`, class: 'button', download: true }, say.toCalendar),
        again,
      ),
    ],
  }
}

async function copied(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Without TLS, and in frames, there is no clipboard; the selected field can still be copied the old way.
    document.execCommand('copy')
  }
}
