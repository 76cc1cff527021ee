import { element } from '../element.ts'
import { whoRenders } from './choice.ts'
import type { PageContext } from './context.ts'
import { picture } from './picture.ts'
import type { StepView, Wizard } from './wizard.ts'

/** Somebody who renders everything that was chosen, or whoever is free. A press goes on. */
export function specialistStep({ page, say }: PageContext, wizard: Wizard): StepView {
  const title = page.page.captions.specialist || say.specialist
  const choose = (employee: number | null) => {
    if (employee !== wizard.choice.employee) wizard.choose({ employee, date: '', time: '' })
    wizard.go('time')
  }
  const card = (name: string, facts: readonly string[], photo: string, employee: number | null) => {
    const image = picture(photo, 'photo round')
    const button = element(
      'button',
      { type: 'button', class: 'card', 'aria-pressed': String(wizard.choice.employee === employee && wizard.choice.date !== '') },
      image ?? element('span', { class: 'photo round letter', 'aria-hidden': 'true' }, employee === null ? '✦' : ([...name][0] ?? '')),
      element(
        'span',
        { class: 'what' },
        element('b', {}, name),
        ...facts.filter(Boolean).map((fact) => element('span', { class: 'about' }, fact)),
      ),
    )
    button.addEventListener('click', () => choose(employee))
    return element('li', {}, button)
  }
  const people = whoRenders(page, wizard.choice.services)
  return {
    title,
    content: [
      element(
        'ul',
        { class: 'cards' },
        ...(people.length > 1 ? [card(say.anybody, [say.anybodyAbout], '', null)] : []),
        ...people.map(({ id, name, jobTitle, information, photo }) => card(name, [jobTitle, information], photo, id)),
      ),
    ],
  }
}
