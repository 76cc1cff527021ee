import type { Arrow, Block, MatchType } from '../../flow.ts'
import { isConditional } from '../../kinds.ts'
import type { Check, Finding } from '../check.ts'
import { patchArrow, patchBlock } from '../fixes.ts'

export const vagueCallback: Check = {
  code: 'vague-callback',
  severity: 'hint',
  says: {
    ru: ({ word }) => `Условие ждёт уведомление ${word}, а сравнивается неточно.`,
    en: ({ word }) => `The condition waits for the notice ${word} but is compared loosely.`,
  },
  why: {
    ru: 'Неточное сравнение примет и похожую ссылку или номер. Возьмите полное совпадение, а для части текста ключевые слова.',
    en: 'A loose comparison accepts a similar link or number too. Use the full match, or keywords for a part of the text.',
  },
  fixTitle: {
    ru: ({ better }) => (better === 'exact' ? 'Сравнивать полностью' : 'Сравнивать по ключевым словам'),
    en: ({ better }) => (better === 'exact' ? 'Compare in full' : 'Compare by keywords'),
  },
  *block(block) {
    const found = isConditional(block.type) && vague(block)
    if (found)
      yield { ...found, place: { block: block.number, field: 'matchType' }, fix: patchBlock(block.number, { matchType: found.better }) }
  },
  *arrow(arrow) {
    const found = vague(arrow)
    if (found) yield { ...found, place: { arrow: arrow.id, field: 'matchType' }, fix: patchArrow(arrow.id, { matchType: found.better }) }
  },
}

/** Notices of section 12.1, and how they are best compared: whole, or by the part that is known beforehand. */
const callbackWords: ReadonlyMap<string, MatchType> = new Map([
  ['link_was_pressed', 'exact'],
  ['attachment_message', 'exact'],
  ['client_unsubscribed', 'exact'],
  ['crm_state_changed', 'exact'],
  ['new_task_added_callback', 'keywords'],
  ['edit_task_callback', 'keywords'],
  ['new_order_in_calendar', 'keywords'],
  ['message_read', 'keywords'],
  ['zvonobot_call_finished', 'keywords'],
  ['zvonobot_digit_pressed', 'keywords'],
])

function vague({ condition, matchType }: Block | Arrow): (Pick<Finding, 'facts'> & { better: MatchType }) | undefined {
  if (matchType !== 'fuzzy' && matchType !== 'semantic') return undefined
  const [word] = /^\w+/.exec(condition.trim()) ?? []
  const better = word && callbackWords.get(word)
  return word && better ? { better, facts: { word, better } } : undefined
}
