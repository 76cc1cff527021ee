import type { PublicBranch } from '@voronka/api'
import { element } from '../element.ts'
import { picture } from './picture.ts'
import type { Words } from './words.ts'

/** Name, logo and address of the branch above everything, and its colours. */
export function mountHead(root: HTMLElement, branch: PublicBranch, say: Words) {
  const header = element('header', {})
  const main = element('main', {})
  const show = (page: PublicBranch['page']) => {
    const title = page.title || branch.name
    document.title = `${title} · ${say.booking}`
    const logo = picture(page.logo || branch.photo, 'logo')
    header.replaceChildren(
      ...(logo ? [logo] : []),
      element(
        'div',
        {},
        element('h1', {}, title),
        ...(page.subtitle ? [element('p', { class: 'subtitle' }, page.subtitle)] : []),
        ...(branch.address ? [element('p', { class: 'address' }, branch.address)] : []),
      ),
    )
    paint(page.colors)
  }
  root.replaceChildren(header, main)
  show(branch.page)
  return { main, show }
}

/** Colours go into variables of the style sheet: the page's policy allows no style in the text. */
function paint(colors: PublicBranch['page']['colors']): void {
  const { style, classList } = document.documentElement
  classList.toggle('own-colors', colors !== null)
  const variables = { '--ground': colors?.background, '--accent': colors?.brand, '--text': colors?.text, '--on-accent': colors?.buttonText }
  for (const [name, value] of Object.entries(variables)) {
    if (value) style.setProperty(name, value)
    else style.removeProperty(name)
  }
}
