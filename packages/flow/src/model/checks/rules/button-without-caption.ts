import { isNothing } from '../../kinds.ts'
import type { Check } from '../check.ts'
import { patchArrow } from '../fixes.ts'

export const buttonWithoutCaption: Check = {
  code: 'button-without-caption',
  severity: 'warning',
  says: {
    ru: () => 'Стрелка показана кнопкой, но у неё нет условия, а надпись кнопки — это условие.',
    en: () => 'The arrow is shown as a button but has no condition, and the condition is the caption.',
  },
  why: { ru: 'Кнопка без надписи не появится.', en: 'A button without a caption does not appear.' },
  fixTitle: { ru: () => 'Не показывать кнопкой', en: () => 'Do not show as a button' },
  *arrow({ id, showAsButton, condition }) {
    if (showAsButton && isNothing(condition))
      yield { place: { arrow: id, field: 'condition' }, fix: patchArrow(id, { showAsButton: false }) }
  },
}
