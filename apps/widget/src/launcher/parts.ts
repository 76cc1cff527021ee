import { element } from '../element.ts'
import { icon } from './icons.ts'
import { launcherStyle } from './style.ts'

export type Parts = ReturnType<typeof makeParts>

/** Everything that stands on the site, in a shadow of its own. */
export function makeParts() {
  const host = element('div', { id: 'voronka-chat' })
  const shadow = host.attachShadow({ mode: 'open' })
  // Such a sheet is no inline style, which the site may forbid.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherStyle)
  shadow.adoptedStyleSheets = [sheet]

  const picture = element('span', { class: 'picture' })
  const caption = element('span', { class: 'caption' })
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: true })
  const button = element(
    'button',
    { type: 'button', class: 'launcher', part: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', 'aria-controls': 'window' },
    picture,
    caption,
    badge,
  )
  const invited = element('button', { type: 'button', class: 'said' })
  const dismiss = element('button', { type: 'button', class: 'away' }, '×')
  const invitation = element('div', { class: 'invitation', part: 'invitation', hidden: true }, invited, dismiss)
  const away = element('button', { type: 'button', class: 'away' }, '×')
  const waiting = element('p', { role: 'status' })
  const again = element('button', { type: 'button', class: 'again', hidden: true })
  const wait = element('div', { class: 'wait' }, away, waiting, again)
  const dialog = element('dialog', { id: 'window', part: 'window' }, wait)
  const news = element('p', { class: 'unseen', role: 'status' })
  const place = element('div', { class: 'right' }, dialog, invitation, button, news)
  shadow.append(place)
  return { host, place, button, picture, caption, badge, invitation, invited, dismiss, dialog, wait, away, waiting, again, news }
}

export function showPicture({ picture }: Parts, name: Parameters<typeof icon>[0]): void {
  picture.replaceChildren(icon(name))
}
