import { element } from '../element.ts'
import type { PageContext } from './context.ts'
import { longDay } from './format.ts'
import { dayButtons, timeButtons } from './times-list.ts'
import { refusedText } from './words.ts'
import type { StepView, Wizard } from './wizard.ts'

/** A day with something free, and a time on it. A chosen time is held, where the project holds times, and the step goes on. */
export function timeStep(context: PageContext, wizard: Wizard): StepView {
  const { api, page, say, language } = context
  const { services, employee } = wizard.choice
  const days = element('div', {}, element('p', { class: 'notice' }, say.loading))
  const times = element('div', { class: 'day-times', 'aria-live': 'polite' })
  let left = false

  const refuse = (code: string) => element('p', { class: 'alert', role: 'alert' }, refusedText(say, code))

  async function loadDays(): Promise<void> {
    const answer = await api.dates(services, employee)
    if (left) return
    if (!answer.ok) return days.replaceChildren(refuse(answer.code), again(loadDays))
    const { dates } = answer.value
    if (!dates.length) return days.replaceChildren(element('p', { class: 'notice' }, say.noDates))
    const date = dates.includes(wizard.choice.date) ? wizard.choice.date : (dates[0] ?? '')
    days.replaceChildren(dayButtons(dates, date, context, (chosen) => void loadTimes(chosen)))
    days.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
    await loadTimes(date)
  }

  async function loadTimes(date: string): Promise<void> {
    if (date !== wizard.choice.date) wizard.choose({ date, time: '' })
    const answer = await api.times({ services, date, employee }, wizard.held.current())
    if (left || wizard.choice.date !== date) return
    if (!answer.ok)
      return times.replaceChildren(
        refuse(answer.code),
        again(() => loadTimes(date)),
      )
    showTimes(answer.value.times)
  }

  function showTimes(free: readonly string[], said?: string): void {
    const { date, time } = wizard.choice
    times.replaceChildren(
      ...(said ? [element('p', { class: 'alert', role: 'alert' }, said)] : []),
      element('h3', {}, longDay(date, language)),
      ...(free.length ? timeButtons(free, time, context, (chosen) => void take(chosen)) : [element('p', { class: 'notice' }, say.noTimes)]),
    )
  }

  async function take(time: string): Promise<void> {
    wizard.choose({ time })
    for (const button of times.querySelectorAll('button')) button.disabled = true
    const answer = await wizard.held.take(wizard.choice)
    if (left) return
    if (answer.ok) return wizard.go('contacts')
    wizard.choose({ time: '' })
    if (answer.code === 'slot-taken') return showTimes(answer.times, refusedText(say, answer.code))
    for (const button of times.querySelectorAll('button')) button.disabled = false
    times.prepend(refuse(answer.code))
  }

  function again(run: () => Promise<void>): HTMLElement {
    const button = element('button', { type: 'button', class: 'primary' }, say.retry)
    button.addEventListener('click', () => void run())
    return button
  }

  void loadDays()
  return {
    title: say.when,
    content: [days, times, element('p', { class: 'zone' }, say.zone(page.timezone.replaceAll('_', ' ')))],
    leave: () => void (left = true),
  }
}
