import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkProject, readProject, writeProject } from '../../src/model/index.ts'
import type { Block, Project } from '../../src/model/index.ts'
import { starters } from '../../src/starters/all.ts'
import { Talk } from '../engine/flow-builder.ts'

const languages = ['ru', 'en'] as const
const all = starters.flatMap(({ id, projects, crm }) =>
  languages.map((language) => ({ file: `${id}.${language}.json`, project: projects[language], crm: crm[language], language })),
)

describe.each(all)('$file', ({ file, project, crm, language }) => {
  it('has nothing that the checks find fault with', () => {
    // The booking bot ends where its example ends (booking, section 9): paid and not paid.
    const ends = file.startsWith('salon-booking') ? ['dead-end 10', 'dead-end 11'] : []
    expect(checkProject(project).map(({ code, place }) => `${code} ${'block' in place ? place.block : ''}`)).toEqual(ends)
  })

  it('is written in the one way that projects are written', () => {
    const text = readFileSync(new URL(`../../src/starters/${file}`, import.meta.url), 'utf8')
    expect(readProject(text)).toMatchObject({ ok: true, notes: [] })
    expect(writeProject(project, crm)).toBe(text)
  })

  it('speaks its own language', () => {
    expect(project.settings.language).toBe(language)
    const foreign = language === 'ru' ? /\b(the|you|your)\b/i : /[а-яё]/i
    expect(project.blocks.filter(({ text, name, calculator }) => foreign.test(`${name} ${text} ${calculator}`))).toEqual([])
  })

  it('stands on the grid, with no card on top of another', () => {
    const { blocks } = project
    expect(blocks.filter(({ x, y }) => x % 20 || y % 20)).toEqual([])
    const overlaps = (a: Block, b: Block) => a.sheet === b.sheet && Math.abs(a.x - b.x) < 340 && Math.abs(a.y - b.y) < 280
    expect(blocks.filter((a) => blocks.some((b) => b.number > a.number && overlaps(a, b)))).toEqual([])
  })
})

it.each(starters)('$id is drawn alike in both languages', ({ projects }) => {
  const shape = ({ blocks, arrows }: Project) => ({
    blocks: blocks.map(({ number, type, x, y }) => ({ number, type, x, y })),
    arrows: arrows.map(({ id, from, to, priority, compare, bends }) => ({ id, from, to, priority, compare, bends })),
  })
  expect(shape(projects.ru)).toEqual(shape(projects.en))
})

it.each(starters)('$id answers to what it says one should say', ({ id, say }) => {
  for (const language of languages) expect(talkTo(id, language).text(say[language])[0]).toBeTruthy()
})

describe('shop basket', () => {
  const shop = () => {
    const talk = talkTo('shop-basket', 'ru')
    talk.text('Привет')
    return talk
  }
  const last = (talk: Talk) => talk.said().at(-1) ?? ''

  it('finds a product by button and by number, and goes back although the catalogue hears a lot', () => {
    const talk = shop()
    talk.press('Каталог')
    talk.text('2')
    expect(last(talk)).toContain('Эфиопия Гуджи, 890')
    talk.press('Назад')
    talk.press('дрип-пакеты')
    expect(last(talk)).toContain('Дрип-пакеты, 650')
  })

  it('takes a quantity only if it is one, and waits on', () => {
    const talk = shop()
    talk.press('Каталог')
    talk.text('1')
    for (const wrong of ['много', '0', '-2', '1.5', '100']) expect(talk.text(wrong)[0], wrong).toContain('целое число')
    expect(talk.order('qty')).toBeNull()
    talk.text('3')
    expect(last(talk)).toContain('Эспрессо-смесь × 3. Корзина на 1 770 ₽')
  })

  it('adds up, charges delivery below the limit, and closes the order with what matters', () => {
    const talk = shop()
    for (const line of ['Каталог', '1', '2', 'Ещё товар', '4', '1', 'Корзина']) talk.text(line)
    expect(last(talk)).toContain('В корзине (2)')
    expect(last(talk)).toContain('Итого: 1 830 ₽')
    talk.press('Оформить')
    talk.text('Садовая, 5')
    expect(last(talk)).toMatch(/Доставка: 300 ₽\nК оплате: 2 130 ₽\nАдрес: Садовая, 5/)
    talk.press('Подтвердить')
    const [closed] = talk.effects('close-order')
    expect(closed?.variables.get('budget')).toBe(2130)
    expect(closed?.variables.has('products')).toBe(false)
  })

  it('delivers free from the limit on', () => {
    const talk = shop()
    for (const line of ['Каталог', '2', '3', 'Корзина', 'Оформить', 'Садовая, 5']) talk.text(line)
    expect(last(talk)).toMatch(/Доставка: бесплатно\nК оплате: 2 670 ₽/)
  })

  it('says that an empty basket is empty, before and after it was cleared', () => {
    const talk = shop()
    expect(talk.press('Корзина')[0]).toContain('пока пусто')
    for (const line of ['Каталог', '2', '3', 'Корзина', 'Очистить']) talk.text(line)
    expect(talk.press('Корзина')[0]).toContain('пока пусто')
  })
})

describe('quiz with lead', () => {
  /** Answers so many questions rightly and the rest wrongly; gives what is said after the last. */
  const result = (right: number): { talk: Talk; said: string[] } => {
    const talk = talkTo('quiz-lead', 'ru')
    talk.text('начать')
    talk.press('Поехали')
    const asked = new Set<string>()
    for (let number = 1; number <= 5; number++) {
      const question = talk.said().at(-1) ?? ''
      expect(question).toContain(`Вопрос ${number} из 5`)
      asked.add(question.split('\n')[2] ?? '')
      const answer = String(value(talk.order('current'), 'right'))
      const wrong =
        talk
          .effects('say')
          .at(-1)
          ?.message.buttons.find(({ text }) => text !== answer)?.text ?? ''
      talk.press(number <= right ? answer : wrong)
    }
    expect(asked.size).toBe(5)
    return { talk, said: talk.said() }
  }

  it.each([
    [0, '7 %'],
    [1, '7 %'],
    [2, '10 %'],
    [3, '10 %'],
    [4, '15 %'],
    [5, '15 %'],
  ])('gives for %i right answers a discount of %s', (right, discount) => {
    const { said } = result(right)
    expect(said).toHaveLength(3)
    expect(said[1]).toContain(`${right} из 5`)
    expect(said[1]).toContain(`скидка — ${discount}`)
  })

  it('asks again when the answer is none of the options, and does not count it', () => {
    const talk = talkTo('quiz-lead', 'ru')
    talk.text('начать')
    talk.press('Поехали')
    expect(talk.text('не знаю')[0]).toContain('один из вариантов')
    expect(talk.order('number')).toBe(1)
  })

  it('keeps the phone in one form, however it was typed', () => {
    for (const typed of ['8 (912) 345-67-89', '+7 912 345 67 89', '79123456789']) {
      const { talk } = result(3)
      expect(talk.text('12345')[0]).toContain('не похоже на номер')
      talk.text(typed)
      expect(String(talk.client('phone'))).toBe('79123456789')
      expect(talk.effects('close-order')[0]?.variables.get('discount')).toBe(10)
    }
  })

  it('takes the phone later, too', () => {
    const { talk } = result(5)
    talk.press('Не сейчас')
    expect(talk.text('+7 912 345 67 89')[0]).toContain('закреплена')
  })
})

describe('support menu', () => {
  const support = (now?: string) => {
    const talk = talkTo('support-menu', 'ru', now)
    talk.text('Здравствуйте')
    return talk
  }

  it('reminds after ten minutes who still owes a number, wrong numbers or not', () => {
    const talk = support()
    talk.press('Где мой заказ?')
    expect(talk.text('12')[0]).toContain('шесть цифр')
    expect(talk.wait(9)).toEqual([])
    expect(talk.wait(2)).toEqual([expect.stringContaining('Вы ещё здесь?')])
    expect(talk.text('204518')[0]).toContain('заказ 204518')
  })

  it('does not remind who has left the block', () => {
    const talk = support()
    talk.press('Где мой заказ?')
    talk.press('Назад')
    expect(talk.wait(60)).toEqual([])
  })

  it.each([
    ['2026-03-10T09:00:00+03:00', 'Специалист на связи'],
    ['2026-03-10T17:59:00+03:00', 'Специалист на связи'],
    ['2026-03-10T18:00:00+03:00', 'Сейчас мы отдыхаем'],
    ['2026-03-10T08:59:00+03:00', 'Сейчас мы отдыхаем'],
    ['2026-03-14T12:00:00+03:00', 'Сейчас мы отдыхаем'],
  ])('knows at %s whether somebody is there', (now, answer) => {
    const talk = support(now)
    expect(talk.press('Позвать человека')).toEqual([expect.stringContaining(answer)])
    expect(talk.text('Сломалась полка')[0]).toContain('принято')
    expect(talk.effects('close-order')[0]?.variables.get('problem')).toBe('Сломалась полка')
  })

  it.each([
    ['сколько стоит доставка?', 'Доставляем'],
    ['Можно заплатить картой?', 'Принимаем карты'],
    ['а где вы находитесь', 'Шоурум'],
    ['какая сегодня погода', 'Пока не умею'],
  ])('answers to “%s” by its keywords, from anywhere, and stays where it was', (question, answer) => {
    const talk = support()
    expect(talk.text(question)[0]).toContain(answer)
    expect(talk.session.position).toBe(1)
  })
})

function talkTo(id: string, language: 'ru' | 'en', now?: string): Talk {
  const project = starters.find((starter) => starter.id === id)?.projects[language]
  if (!project) throw new Error(`There is no starter ${id}.`)
  return new Talk(project, { ...(now && { now }), unknownAnswer: project.settings.unknownAnswer })
}

function value(container: unknown, key: string): unknown {
  return typeof container === 'object' && container !== null ? Object.entries(container).find(([name]) => name === key)?.[1] : undefined
}
