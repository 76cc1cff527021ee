import { element } from '../element.ts'
import { randomId } from '../visitor.ts'
import { nothing, totalOf } from './choice.ts'
import type { Choice } from './choice.ts'
import { contactsStep } from './contacts-step.ts'
import type { PageContext } from './context.ts'
import { doneStep } from './done-step.ts'
import { duration, money } from './format.ts'
import { heldTime } from './held-time.ts'
import { servicesStep } from './services-step.ts'
import { specialistStep } from './specialist-step.ts'
import { timeStep } from './time-step.ts'

export type StepName = 'services' | 'specialist' | 'time' | 'contacts' | 'done'

/** What a step shows, and what its button does; without `next` the step goes on by itself. */
export interface StepView {
  readonly title: string
  readonly content: readonly Node[]
  readonly next?: { readonly text: string; enabled(): boolean; run(): void }
  /** It is left: timers end here. */
  leave?(): void
}

/** What a step may do with the whole. */
export interface Wizard {
  readonly choice: Choice
  readonly held: ReturnType<typeof heldTime>
  /** The same for every attempt to book one choice: a repeat books nothing twice. */
  readonly requestKey: string
  choose(some: Partial<Choice>): void
  go(step: StepName, said?: string): void
  /** Draws the bar below anew: something was chosen. */
  refresh(): void
  announce(text: string): void
}

const order: readonly StepName[] = ['services', 'specialist', 'time', 'contacts', 'done']
const builders = { services: servicesStep, specialist: specialistStep, time: timeStep, contacts: contactsStep, done: doneStep }

/** Booking step by step: services, who, when, contacts. The browser's "back" goes one step back. */
export function mountWizard(main: HTMLElement, context: PageContext): void {
  const { page, say, language } = context
  const heading = element('h2', { tabindex: '-1' })
  const back = element('button', { type: 'button', class: 'back' }, say.back)
  const alert = element('p', { class: 'alert', role: 'alert', hidden: true })
  const content = element('section', { class: 'step' })
  const summary = element('p', { class: 'summary' })
  const next = element('button', { type: 'button', class: 'primary' })
  const bar = element('footer', { class: 'bar' }, summary, next)
  const status = element('p', { class: 'unseen', role: 'status' })
  main.replaceChildren(element('div', { class: 'heading' }, back, heading), alert, content, bar, status)

  let choice: Choice = nothing
  let requestKey = randomId()
  let step: StepName = 'services'
  let view: StepView = { title: '', content: [] }
  const wizard: Wizard = {
    held: heldTime(context.api),
    get choice() {
      return choice
    },
    get requestKey() {
      return requestKey
    },
    choose(some) {
      choice = { ...choice, ...some }
      requestKey = randomId()
    },
    go(to, said) {
      history.pushState({ step: to }, '')
      show(to, said)
    },
    refresh,
    announce: (text) => void (status.textContent = text),
  }

  function show(to: StepName, said = ''): void {
    view.leave?.()
    step = to
    view = builders[to](context, wizard)
    heading.textContent = view.title
    content.replaceChildren(...view.content)
    alert.hidden = !said
    alert.textContent = said
    back.hidden = to === 'services' || to === 'done'
    refresh()
    heading.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }

  function refresh(): void {
    const total = totalOf(page, choice.services)
    const parts = total.titles.length
      ? [total.titles.join(', '), duration(total.minutes, say), money(total.price, page.currency, language, say)]
      : []
    summary.textContent = parts.join(' · ')
    next.hidden = !view.next
    bar.hidden = step === 'done' || (!view.next && !parts.length)
    if (!view.next) return
    next.textContent = view.next.text
    next.disabled = !view.next.enabled()
  }

  next.addEventListener('click', () => view.next?.run())
  back.addEventListener('click', () => history.back())
  addEventListener('popstate', ({ state }: PopStateEvent) => show(reachable(stepOf(state), choice)))
  addEventListener('pagehide', () => wizard.held.release())
  history.replaceState({ step: 'services' }, '')
  // One service: there is nothing to choose, only to see.
  if (page.services.length === 1) wizard.choose({ services: page.services.map(({ id }) => id) })
  show('services')
}

const stepOf = (state: unknown): StepName =>
  order.find((name) => typeof state === 'object' && state !== null && 'step' in state && state.step === name) ?? 'services'

/** The step of the history, or the latest before it for which something was chosen. After booking there is no way back into it. */
function reachable(step: StepName, { services, time }: Choice): StepName {
  if (!services.length) return 'services'
  return (step === 'contacts' || step === 'done') && !time ? 'time' : step === 'done' ? 'services' : step
}
