import type { Button } from '../../flow.ts'
import type { Check, Severity } from '../check.ts'

export const brokenButton: Check = {
  code: 'broken-button',
  severity: 'error',
  says: {
    ru: ({ button, lacks }) => `${button ? `У кнопки «${button}»` : 'У кнопки без надписи'} нет ${lack(lacks).ru}.`,
    en: ({ button, lacks }) => `${button ? `Button “${button}”` : 'A button without a caption'} has no ${lack(lacks).en}.`,
  },
  why: {
    ru: 'Такую кнопку мессенджер не покажет или отклонит вместе со всем сообщением.',
    en: 'A messenger leaves such a button out, or refuses the whole message.',
  },
  *block({ number, buttons, buttonCode, showButtons }) {
    if (buttonCode.trim() || !showButtons) return
    for (const [index, button] of buttons.entries()) {
      const lacking = lacks(button)
      if (!lacking) continue
      const severity: Severity = lacking === 'callback' ? 'warning' : 'error'
      yield { place: { block: number, field: 'buttons', index }, facts: { button: button.text.trim(), lacks: lacking }, severity }
    }
  },
}

function lacks({ text, action, url, callback }: Button): keyof typeof words | undefined {
  if (!text.trim()) return 'text'
  if (action === 'url' && !url.trim()) return 'url'
  return action === 'callback' && !callback.trim() ? 'callback' : undefined
}

const words = {
  text: { ru: 'надписи', en: 'caption' },
  url: { ru: 'ссылки', en: 'link' },
  callback: { ru: 'текста колбэка', en: 'callback text' },
}

const lack = (what: string | undefined) => (what === 'url' || what === 'callback' ? words[what] : words.text)
