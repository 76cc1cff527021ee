import type { Check } from '../check.ts'
import { patchBlock } from '../fixes.ts'

export const emptyAttachment: Check = {
  code: 'empty-attachment',
  severity: 'warning',
  says: { ru: () => 'У вложения нет ни файла, ни адреса.', en: () => 'An attachment has neither a file nor an address.' },
  why: { ru: 'Отправлять нечего. Добавьте файл или адрес.', en: 'There is nothing to send. Add a file or an address.' },
  fixTitle: { ru: () => 'Убрать пустые вложения', en: () => 'Remove empty attachments' },
  *block({ number, attachments }) {
    const kept = attachments.filter(({ url }) => url.trim())
    for (const [index, { url }] of attachments.entries()) {
      if (!url.trim()) yield { place: { block: number, field: 'attachments', index }, fix: patchBlock(number, { attachments: kept }) }
    }
  },
}
