import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { processorTime } from '../../../house/src/processor-time.ts'
import { matchTypes, type MatchType } from '../model/flow.ts'
import { compileMatcher, looseForm, matchLiteral, strictForm, Subject } from './index.ts'

const outcome = (matchType: MatchType, condition: string, message: string, ignore = '') =>
  matchLiteral(compileMatcher({ matchType, condition, ignore }), new Subject(message))
const matches = (matchType: MatchType, condition: string, message: string): boolean => outcome(matchType, condition, message).matches

describe('normal forms (7.2)', () => {
  it.each([
    ['16:00', '16 00'],
    ['  Привет,\t как   дела?! ', 'привет как дела'],
    ['Счёт', 'счет'],
    ['Йод', 'йод'],
    ['❤️ да', '❤ да'],
    ['a_b-c', 'a_b c'],
    ['2+2=4 $', '2+2=4 $'],
    ['?!', '?!'],
    [' Ё… ', 'е'],
    ['👩‍🍳', '👩 🍳'],
    ['   ', ''],
  ])('the loose form of %j is %j', (text, loose) => {
    expect(looseForm(text)).toBe(loose)
    expect(looseForm(loose), 'and stays so').toBe(loose)
  })

  it('keeps ё and punctuation in the strict form', () => {
    expect(strictForm('  Счёт,\n  пожалуйста! ')).toBe('счёт, пожалуйста!')
  })
})

describe('fuzzy', () => {
  it.each([
    ['hello', 'hlelo', true],
    ['hello', 'hellp', true],
    ['да', 'дам', true],
    ['да', 'дача', false],
    ['привет', 'привет, как твои дела', false],
    ['thank you', 'you thank', true],
    ['abcdefghij', 'abcdefgxyz', false],
    ['вариант 1', 'вариант 2', false],
    ['16:00', '16.00', true],
    ['/start', 'start', true],
    ['да', 'да 5', false],
    ['один два три четыре', 'четыре три два один', true],
    ['один два три четыре пять', 'пять четыре три два один', false],
    ['?', '?', true],
    ['?', '!', false],
    ['👍🏻', '👍🏻', true],
  ])('%j and %j: %s', (condition, message, expected) => {
    expect(matches('fuzzy', condition, message)).toBe(expected)
    expect(matches('semantic', condition, message), 'comparison by meaning falls back').toBe(expected)
  })

  it('compares only the digits when the condition has any', () => {
    expect(matches('fuzzy', 'урок номер', 'урок номер 5')).toBe(true)
    expect(matches('fuzzy', 'урок номер 5', 'урок номер')).toBe(false)
  })

  it('judges texts beyond 4,096 characters by their beginnings', () => {
    const long = 'съешь ещё этих мягких булок '.repeat(300)
    expect(matches('fuzzy', long, `${long}!`)).toBe(true)
    expect(matches('fuzzy', long, `${'x'.repeat(4096)}${long.slice(4096)}`)).toBe(false)
  })
})

describe('keywords', () => {
  it.each([
    ['привет, человек', 'Хочу передать привет этому прекрасному человеку', true],
    ['(тар план|тариф) (перейт|менит)', 'хочу сменить тарифный план', true],
    ['(тар план|тариф) (перейт|менит)', 'какие у вас тарифы', false],
    ['доставка|самовывоз', 'самовывоз', true],
    ['(купить|заказать', 'заказать', true],
    ['купить)|заказать', 'заказать', true],
    ['((купить|заказать)', 'заказать', true],
    ['(купить|(заказать|взять) пиццу)', 'пиццу', false],
    ['(купить|(заказать|взять) пиццу)', 'взять пиццу', true],
    ['(купить|(заказать|взять) пиццу)', 'заказать', true],
    ['() цена', 'какая цена', true],
    ['(?|!)', 'что?', false],
    ['?', 'что?', false],
    ['нет', 'интернет', true],
    ['пицца;', 'суши', false],
  ])('%j in %j: %s', (condition, message, expected) => {
    expect(matches('keywords', condition, message)).toBe(expected)
  })
})

describe('exact and regular expressions', () => {
  it.each<[MatchType, string, string, boolean]>([
    ['exact', 'да;нет', ' НЕТ ', true],
    ['exact', 'счёт', 'счет', false],
    ['exact', ';', ';', false],
    ['regex', '^\\d{4}$;^[a-z]+$', 'ABC', true],
    ['regex', '(?i)^да$', 'ДА', true],
    ['regex', '^\\d+$', '٣', false],
    ['regex', '\\bкот\\b', 'мой кот!', true],
    ['regex', '(', '(', false],
    ['regex', 'a\\x3Bb', 'a;b', true],
    ['regex', '^конец$', '  конец\n', true],
  ])('%s %j on %j: %s', (matchType, condition, message, expected) => {
    expect(matches(matchType, condition, message)).toBe(expected)
  })

  it('searches the first 4,096 characters', () => {
    expect(matches('regex', 'x', `${'👍'.repeat(4095)}x`)).toBe(true)
    expect(matches('regex', 'x', `${'👍'.repeat(4096)}x`)).toBe(false)
  })

  it('gives up on a pattern that would take too long', () => {
    expect(outcome('regex', '(\\w{1,20}\\s){1,30}!', 'а б '.repeat(1000))).toEqual({ matches: false, why: 'condition', gaveUp: true })
  })
})

describe('empty fields, strings not to answer, attachments', () => {
  it.each(matchTypes)('an empty condition and #{none} match every message (%s)', (matchType) => {
    for (const condition of ['', '  ', '#{none}', '#{NONE}']) expect(matches(matchType, condition, 'что угодно')).toBe(true)
  })

  it('says which field refused', () => {
    expect(outcome('keywords', 'заказ', 'отменить заказ', 'отмен')).toEqual({ matches: false, why: 'ignored-text' })
    expect(outcome('keywords', 'заказ', 'привет', 'отмен')).toEqual({ matches: false, why: 'condition' })
    expect(outcome('keywords', 'заказ', 'мой заказ', '#{none}')).toEqual({ matches: true, why: 'matches' })
  })

  it('an attachment with a caption also answers to exactly attachment_message', () => {
    const subject = new Subject('моё фото', { hasAttachment: true })
    const read = (condition: string): boolean => matchLiteral(compileMatcher({ matchType: 'exact', condition }), subject).matches
    expect(['моё фото', 'стоп; attachment_message ', 'attachment'].map(read)).toEqual([true, true, false])
  })
})

describe('whatever is written', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('(', ')', '|', ';', ' ', 'а', '1', '#{', '\\', '[', '*') }),
  )

  it('never throws, and a text matches itself unless it is a pattern', () => {
    fc.assert(
      fc.property(fc.constantFrom(...matchTypes), odd, odd, (matchType, condition, message) => {
        const compiled = compileMatcher({ matchType, condition })
        if (compiled.literal) matchLiteral(compiled, new Subject(message))
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(
        odd.filter((text) => !/[;#]/.test(text) && text.trim() !== ''),
        (text) => {
          expect(matches('fuzzy', text, text)).toBe(true)
          expect(matches('exact', text, text)).toBe(true)
        },
      ),
    )
  })

  it('fuzzy is what section 7.3 says, word for word', () => {
    const letters = fc.string({ unit: fc.constantFrom('а', 'б', 'в', ' ', '1', '👍'), minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(letters, letters, (condition, message) => {
        fc.pre(condition.trim() !== '')
        expect(matches('fuzzy', condition, message)).toBe(asWritten(looseForm(condition), looseForm(message)))
      }),
      { numRuns: 3000 },
    )
  })

  it('takes time in proportion to the message, not to its square', () => {
    const times = [8_000, 16_000].map((length) => {
      const subject = 'абвг '.repeat(length / 5)
      const condition = compileMatcher({ matchType: 'fuzzy', condition: 'бавг '.repeat(length / 5) })
      return processorTime(() => matchLiteral(condition, new Subject(subject)), 5)
    })
    expect(times[1]).toBeLessThan(3 * (times[0] ?? 0) + 5)
  })
})

/** The rule without any short cut. */
function asWritten(a: string, m: string): boolean {
  if (a === m) return true
  if (a === '' || m === '') return false
  const digits = (text: string): string => text.replaceAll(/\D/g, '')
  if (digits(a) !== '' && digits(a) !== digits(m)) return false
  const words = m.split(' ')
  const few = [a.split(' ').length, words.length].every((count) => count >= 2 && count <= 4)
  return [m, ...(few ? orders(words).map((order) => order.join(' ')) : [])].some((text) => similarity([...a], [...text]) > 0.7 + 1e-9)
}

function orders(words: readonly string[]): string[][] {
  return words.length === 0 ? [[]] : words.flatMap((word, at) => orders(words.toSpliced(at, 1)).map((rest) => [word, ...rest]))
}

function similarity(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0)
  for (const symbol of a) {
    const row = [0]
    b.forEach((other, at) => row.push(symbol === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0)))
    above = row
  }
  return (2 * (above.at(-1) ?? 0)) / (a.length + b.length)
}
