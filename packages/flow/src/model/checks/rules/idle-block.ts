import { hasDelay } from '../../kinds.ts'
import type { Check } from '../check.ts'

export const idleBlock: Check = {
  code: 'idle-block',
  severity: 'hint',
  says: {
    ru: ({ number }) => `Блок ${number} ничего не говорит и ничего не делает.`,
    en: ({ number }) => `Block ${number} says nothing and does nothing.`,
  },
  why: {
    ru: 'Напишите сообщение. Если блок нарочно молчит, напишите в нём #{none}.',
    en: 'Write a message. If it is silent on purpose, write #{none}.',
  },
  *project({ project, outgoing }) {
    for (const block of project.blocks) {
      const { number, type, text, calculator, attachments, buttonCode, request, webhook } = block
      const works =
        text.trim() || calculator.trim() || attachments.length || buttonCode.trim() || request || webhook.trim() || type === 'close_order'
      if (!works && !outgoing(number).some(hasDelay)) yield { place: { block: number, field: 'text' }, facts: { number: String(number) } }
    }
  },
}
