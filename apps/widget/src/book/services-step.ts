import { element } from '../element.ts'
import { goesWith, serviceGroups } from './choice.ts'
import type { PageContext } from './context.ts'
import { duration, money } from './format.ts'
import { picture } from './picture.ts'
import type { StepView, Wizard } from './wizard.ts'

type Service = PageContext['page']['services'][number]

/** One service or several, rendered one after the other in one visit. */
export function servicesStep(context: PageContext, wizard: Wizard): StepView {
  const { page, say } = context
  const title = page.page.captions.services || say.services
  if (!page.services.length) return { title, content: [element('p', { class: 'notice' }, say.noServices)] }
  const boxes = new Map<number, { box: HTMLInputElement; label: HTMLElement; why: HTMLElement }>()

  const update = () => {
    for (const [id, { box, label, why }] of boxes) {
      const fits = goesWith(page, wizard.choice.services, id)
      box.disabled = !fits
      why.hidden = fits
      label.classList.toggle('off', !fits)
    }
    wizard.refresh()
  }
  const row = (service: Service) => {
    const box = element('input', { type: 'checkbox', checked: wizard.choice.services.includes(service.id) })
    const why = element('span', { class: 'why', hidden: true }, say.notTogether)
    const label = serviceLabel(service, context, box, why)
    boxes.set(service.id, { box, label, why })
    box.addEventListener('change', () => {
      const { services } = wizard.choice
      wizard.choose({
        services: box.checked ? [...services, service.id] : services.filter((id) => id !== service.id),
        employee: null,
        date: '',
        time: '',
      })
      update()
    })
    return element('li', {}, label)
  }
  const groups = serviceGroups(page).map(({ name, description, services }) =>
    element(
      'fieldset',
      {},
      element('legend', { class: name ? 'group' : 'unseen' }, name || title),
      ...(description ? [element('p', { class: 'about' }, description)] : []),
      element('ul', { class: 'cards' }, ...services.map(row)),
    ),
  )
  update()
  return {
    title,
    content: groups,
    next: { text: say.next, enabled: () => wizard.choice.services.length > 0, run: () => wizard.go('specialist') },
  }
}

function serviceLabel(
  { title, description, price, duration: minutes, capacity, photo }: Service,
  { page, language, say }: PageContext,
  box: HTMLInputElement,
  why: HTMLElement,
): HTMLElement {
  const image = picture(photo, 'photo')
  const facts = [duration(minutes, say), ...(capacity > 1 ? [say.places(capacity)] : [])].join(' · ')
  return element(
    'label',
    { class: 'card' },
    box,
    ...(image ? [image] : []),
    element(
      'span',
      { class: 'what' },
      element('b', {}, title),
      ...(description ? [element('span', { class: 'about' }, description)] : []),
      element('span', { class: 'facts' }, facts),
      why,
    ),
    element('span', { class: 'price' }, money(price, page.currency, language, say)),
  )
}
