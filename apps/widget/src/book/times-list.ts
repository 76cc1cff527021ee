import { element } from '../element.ts'
import type { PageContext } from './context.ts'
import { dayText } from './format.ts'

/** Days as buttons in a row. */
export function dayButtons(
  dates: readonly string[],
  chosen: string,
  { language, say }: PageContext,
  choose: (date: string) => void,
): HTMLElement {
  const buttons = dates.map((date) => {
    const button = element(
      'button',
      {
        type: 'button',
        class: 'day',
        'aria-pressed': String(date === chosen),
        'aria-label': dayText(date, language, { weekday: 'long', day: 'numeric', month: 'long' }),
      },
      element('span', {}, dayText(date, language, { weekday: 'short' })),
      element('b', {}, String(Number(date.slice(8)))),
      element('span', {}, dayText(date, language, { month: 'short' })),
    )
    button.addEventListener('click', () => {
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button))
      choose(date)
    })
    return button
  })
  return element('div', { class: 'days', role: 'group', 'aria-label': say.days }, ...buttons)
}

/** Times as buttons, by part of the day. */
export function timeButtons(times: readonly string[], chosen: string, { say }: PageContext, choose: (time: string) => void): HTMLElement[] {
  const parts = [
    { name: say.morning, times: times.filter((time) => time < '12:00') },
    { name: say.afternoon, times: times.filter((time) => time >= '12:00' && time < '17:00') },
    { name: say.evening, times: times.filter((time) => time >= '17:00') },
  ]
  return parts
    .filter((part) => part.times.length > 0)
    .map((part) =>
      element(
        'fieldset',
        {},
        element('legend', { class: 'group' }, part.name),
        element(
          'div',
          { class: 'times' },
          ...part.times.map((time) => {
            const button = element('button', { type: 'button', class: 'time', 'aria-pressed': String(time === chosen) }, time)
            button.addEventListener('click', () => choose(time))
            return button
          }),
        ),
      ),
    )
}
