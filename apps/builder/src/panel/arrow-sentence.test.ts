import { blankArrow, type Arrow } from '@voronka/flow'
import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { arrowSentence } from './arrow-sentence.ts'

const i18n = createInstance({ resources: catalogue, lng: 'ru', interpolation: { escapeValue: false } })
await i18n.init()

const sentence = (fields: Partial<Arrow>, language: 'ru' | 'en' = 'ru') =>
  arrowSentence(blankArrow(1, 3, 5, fields), '5 «Спасибо»', language, i18n.getFixedT(language, 'panel'))

it.each<[Partial<Arrow>, string]>([
  [{}, 'Когда клиент ответит что угодно, перейти к блоку 5 «Спасибо».'],
  [{ condition: 'да; ага', matchType: 'exact' }, 'Когда клиент напишет в точности «да» или «ага», перейти к блоку 5 «Спасибо».'],
  [
    { condition: 'a;b;c;d;e', matchType: 'keywords' },
    'Когда в сообщении есть слова «a» или «b» или «c» и ещё 2, перейти к блоку 5 «Спасибо».',
  ],
  [{ delay: { value: 0, unit: 'seconds' } }, 'Сразу после выполнения блока перейти к блоку 5 «Спасибо».'],
  [
    { delay: { value: 10, unit: 'minutes' }, cancelIfLeft: true },
    'Через 10 мин после входа в блок перейти к блоку 5 «Спасибо». Не сработает, если клиент раньше выйдет из блока.',
  ],
  [
    { delay: { value: 0, unit: 'seconds' }, compare: 'total > 5' },
    'Сразу после выполнения блока, если в этот миг верно total > 5, перейти к блоку 5 «Спасибо».',
  ],
  [
    { condition: 'да', delay: { value: 5, unit: 'minutes' } },
    'Когда клиент напишет «да» (опечатки не мешают), через 5 мин перейти к блоку 5 «Спасибо».',
  ],
  [
    { condition: '^\\d+$', matchType: 'regex', collectsData: true, variable: 'qty' },
    'Когда в сообщении найдётся выражение ^\\d+$, записать ответ в qty и перейти к блоку 5 «Спасибо».',
  ],
  [
    { condition: 'да', ignore: 'не да', compare: 'x == 1', once: true },
    'Когда клиент напишет «да» (опечатки не мешают), но не «не да», и верно x == 1, перейти к блоку 5 «Спасибо». Только один раз для клиента.',
  ],
  [
    { condition: 'vip', compare: '#{client_type}', matchType: 'exact' },
    'Когда клиент ответит, а в переменной client_type — «vip», перейти к блоку 5 «Спасибо».',
  ],
  [
    { condition: 'False', compare: 'booked', matchType: 'exact', delay: { value: 0, unit: 'seconds' } },
    'Сразу после выполнения блока, если в этот миг в переменной booked — «False», перейти к блоку 5 «Спасибо».',
  ],
  [
    { compare: 'client.vip', delay: { value: 5, unit: 'minutes' } },
    'Через 5 мин после входа в блок, если в этот миг переменная client.vip заполнена, перейти к блоку 5 «Спасибо».',
  ],
  [
    { condition: 'False', compare: 'total > 5', delay: { value: 0, unit: 'seconds' } },
    'Сразу после выполнения блока, если в этот миг неверно total > 5, перейти к блоку 5 «Спасибо».',
  ],
  [{ condition: 'True', compare: 'total > 5' }, 'Когда клиент ответит что угодно, и верно total > 5, перейти к блоку 5 «Спасибо».'],
  [{ condition: 'False', compare: 'total > 5' }, 'Когда клиент ответит что угодно, и неверно total > 5, перейти к блоку 5 «Спасибо».'],
  [
    { condition: 'да', cancelTimers: false, showAsButton: true },
    'Когда клиент напишет «да» (опечатки не мешают), перейти к блоку 5 «Спасибо». Запланированные раньше сообщения останутся. Показана кнопкой.',
  ],
  [{ to: 3 }, 'Когда клиент ответит что угодно, снова выполнить этот же блок 5 «Спасибо».'],
])('%j', (fields, text) => expect(sentence(fields)).toBe(text))

it('speaks English too', () => {
  expect(sentence({ condition: 'yes;sure', delay: { value: 2, unit: 'hours' } }, 'en')).toBe(
    'When the client writes “yes” or “sure” (typing errors do not matter), in 2 h go to block 5 «Спасибо».',
  )
})

it('leaves what a person wrote as it is', () => {
  expect(sentence({ condition: '<b>&{{target}}', matchType: 'exact' })).toContain('«<b>&{{target}}»')
})
