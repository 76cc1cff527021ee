import type { OwnVisit } from '@voronka/api'
import { element } from '../element.ts'
import type { PageContext } from './context.ts'
import { longDay } from './format.ts'
import { dayButtons, timeButtons } from './times-list.ts'
import { visitFacts, visitPath } from './visit-facts.ts'
import { refusedText } from './words.ts'

/** The page of a personal link: the visit, and moving or cancelling it within the branch's rules. */
export async function mountVisit(main: HTMLElement, context: PageContext, secret: string): Promise<void> {
  const { api, say } = context
  const heading = element('h2', { tabindex: '-1' }, say.visit)
  const status = element('p', { class: 'said', role: 'status' })
  const body = element('section', { class: 'step' })
  main.replaceChildren(element('div', { class: 'heading' }, heading), status, body)
  const fail = (code: string) => body.prepend(element('p', { class: 'alert', role: 'alert' }, refusedText(say, code)))

  function show(visit: OwnVisit, said = ''): void {
    status.textContent = said
    const state =
      visit.status === 'active' ? [] : [element('p', { class: 'alert' }, visit.status === 'cancelled' ? say.cancelled : say.over)]
    body.replaceChildren(...state, visitFacts(visit, context), ...(visit.status === 'active' ? actions(visit) : bookAgain()))
    if (said) heading.focus()
  }

  function actions(visit: OwnVisit): HTMLElement[] {
    const calendar = element('a', { href: `${visitPath(context.key, visit)}/visit.ics`, class: 'button', download: true }, say.toCalendar)
    if (!visit.mayChange) return [element('p', { class: 'about' }, say.tooLate), element('p', { class: 'actions' }, calendar)]
    const move = button(say.move, '', () => void chooseTime(visit))
    const cancel = button(say.cancel, 'danger', () => askToCancel(visit))
    return [element('p', { class: 'actions' }, move, calendar, cancel), element('p', { class: 'about' }, say.changeUntil(untilText(visit)))]
  }

  const untilText = ({ changeUntil, branch }: OwnVisit) =>
    new Intl.DateTimeFormat(context.language, {
      timeZone: branch.timezone,
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date(changeUntil))

  const bookAgain = () => [
    element('p', { class: 'actions' }, element('a', { href: `/book/${encodeURIComponent(context.key)}`, class: 'button' }, say.again)),
  ]

  function askToCancel(visit: OwnVisit): void {
    const keep = button(say.keep, '', () => show(visit))
    const yes = button(say.cancelYes, 'danger', () => void cancel())
    body.replaceChildren(
      visitFacts(visit, context),
      element('p', { role: 'alert' }, say.cancelSure),
      element('p', { class: 'actions' }, keep, yes),
    )
    keep.focus()
    async function cancel(): Promise<void> {
      yes.disabled = true
      const answer = await api.cancel(secret)
      if (answer.ok) return show(answer.value, say.cancelled)
      yes.disabled = false
      fail(answer.code)
    }
  }

  async function chooseTime(visit: OwnVisit): Promise<void> {
    const days = element('div', {}, say.loading)
    const times = element('div', { class: 'day-times', 'aria-live': 'polite' })
    const title = element('h3', { tabindex: '-1' }, say.moveTo)
    body.replaceChildren(
      title,
      days,
      times,
      element(
        'p',
        { class: 'actions' },
        button(say.back, 'quiet', () => show(visit)),
      ),
    )
    title.focus()
    const answer = await api.visitTimes(secret)
    if (!answer.ok) {
      days.replaceChildren()
      return fail(answer.code)
    }
    const { dates } = answer.value
    const first = dates.includes(visit.date) ? visit.date : (dates[0] ?? '')
    days.replaceChildren(
      dates.length ? dayButtons(dates, first, context, (date) => void showTimes(date)) : element('p', { class: 'notice' }, say.noDates),
    )
    if (first) await showTimes(first)

    async function showTimes(date: string, said?: string): Promise<void> {
      const free = await api.visitTimes(secret, date)
      if (!free.ok) return fail(free.code)
      const chosen = date === visit.date ? visit.time : ''
      times.replaceChildren(
        ...(said ? [element('p', { class: 'alert', role: 'alert' }, said)] : []),
        element('h3', {}, longDay(date, context.language)),
        ...timeButtons(free.value.times, chosen, context, (time) => void move(date, time)),
      )
    }
    async function move(date: string, time: string): Promise<void> {
      for (const each of times.querySelectorAll('button')) each.disabled = true
      const moved = await api.move(secret, date, time)
      if (moved.ok) return show(moved.value, say.moved)
      if (moved.code === 'slot-taken') return showTimes(date, refusedText(say, moved.code))
      for (const each of times.querySelectorAll('button')) each.disabled = false
      fail(moved.code)
    }
  }

  const found = await api.visit(secret)
  if (found.ok) show(found.value)
  else fail(found.code)
}

function button(text: string, look: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, text)
  made.addEventListener('click', run)
  return made
}
