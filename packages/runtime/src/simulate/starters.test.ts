import { starters } from '@voronka/flow/starters'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DialogueStep } from './dialogue-step.ts'
import type { PlayedStep } from './played-step.ts'
import { createSimulation, type SimulationOptions } from './simulation.ts'

type Language = 'ru' | 'en'

/** A Tuesday, two in the afternoon in Moscow. */
const workingHours = Date.parse('2026-03-10T14:00:00+03:00')

async function open(id: string, language: Language, options: SimulationOptions = {}) {
  const document = starters.find((each) => each.id === id)?.projects[language]
  if (!document) throw new Error(`There is no starter ${id}.`)
  const simulation = await createSimulation(document, {
    start: workingHours,
    onError: (error) => {
      throw error
    },
    ...options,
  })
  onTestFinished(() => simulation.close())
  const play = (step: DialogueStep): Promise<PlayedStep> => simulation.play(step)
  return {
    play,
    say: (text: string) => play({ text }),
    press: (button: string) => play({ button }),
    wait: (advance: string) => play({ advance }),
  }
}

const blocks = ({ replies }: PlayedStep): (number | null)[] => replies.map(({ block }) => block)
const captions = ({ replies }: PlayedStep): string[] => replies.at(-1)?.buttons.map(({ text }) => text) ?? []
const said = ({ replies }: PlayedStep): string => replies.map(({ text }) => text).join('\n')

const shop = {
  ru: {
    hello: 'Привет',
    catalogue: 'Каталог',
    basket: 'Корзина',
    delivery: 'Доставка',
    back: 'Назад',
    more: 'Ещё товар',
    checkOut: 'Оформить',
    clear: 'Очистить',
    confirm: 'Подтвердить',
    change: 'Изменить',
    products: ['Эспрессо-смесь', 'Эфиопия Гуджи', 'Колумбия Уила', 'Дрип-пакеты'],
    prices: [590, 890],
    delivered: { from: 2000, for: 300 },
    address: 'Садовая, 12, кв. 5',
  },
  en: {
    hello: 'Hello',
    catalogue: 'Catalogue',
    basket: 'Basket',
    delivery: 'Delivery',
    back: 'Back',
    more: 'Something else',
    checkOut: 'Check out',
    clear: 'Clear',
    confirm: 'Confirm',
    change: 'Change',
    products: ['Espresso blend', 'Ethiopia Guji', 'Colombia Huila', 'Drip bags'],
    prices: [12, 18],
    delivered: { from: 40, for: 5 },
    address: '12 Garden Street, flat 5',
  },
} as const

describe.each(['ru', 'en'] as const)('shop basket, %s', (language) => {
  const words = shop[language]
  const [espresso, guji] = words.products
  const [espressoPrice, gujiPrice] = words.prices

  it('sells two products: buttons from the list, quantity, total, summary, closed order', async () => {
    const { say, press } = await open('shop-basket', language)
    expect(blocks(await say(words.hello))).toEqual([1, 2])
    const catalogue = await press(words.catalogue)
    expect(blocks(catalogue)).toEqual([3])
    expect(captions(catalogue)).toEqual([...words.products, words.back])

    const chosen = await press(guji)
    expect(chosen.position).toBe(4)
    expect(said(chosen)).toContain(guji)
    const added = await say('2')
    expect(added.position).toBe(5)
    expect(added.variables.order).toMatchObject({ qty: '2', total: gujiPrice * 2 })

    await press(words.more)
    // The product's number instead of its button.
    expect((await say('1')).variables.order).toMatchObject({ item_name: espresso })
    const total = gujiPrice * 2 + espressoPrice
    expect((await press('1')).variables.order).toMatchObject({
      total,
      basket: [
        { name: guji, qty: 2, cost: gujiPrice * 2 },
        { name: espresso, qty: 1, cost: espressoPrice },
      ],
    })

    const basket = await press(words.basket)
    expect(said(basket)).toContain(`${guji} × 2`)
    expect(said(basket)).toContain(`${espresso} × 1`)
    expect((await press(words.checkOut)).position).toBe(7)
    const summary = await say(words.address)
    expect(said(summary)).toContain(words.address)
    expect(summary.variables.order).toMatchObject({ total, delivery: 0, to_pay: total, budget: total, address: words.address })
    expect(total).toBeGreaterThanOrEqual(words.delivered.from)

    const placed = await press(words.confirm)
    expect(blocks(placed)).toEqual([9])
    expect(placed.variables.order).toEqual({})
    expect(placed.trace.flatMap(({ entries }) => entries)).toContainEqual(expect.objectContaining({ type: 'order-closed' }))
  })

  it('adds the delivery to a small order', async () => {
    const { say, press } = await open('shop-basket', language)
    for (const caption of [words.hello, words.catalogue, espresso, '1', words.basket, words.checkOut]) await press(caption)
    const { variables } = await say(words.address)
    expect(variables.order).toMatchObject({
      total: espressoPrice,
      delivery: words.delivered.for,
      to_pay: espressoPrice + words.delivered.for,
    })
  })

  it.each(['0', '-1', '100', '1.5', 'many', '2 bags'])('refuses %s as a quantity and asks again', async (quantity) => {
    const { say, press } = await open('shop-basket', language)
    for (const caption of [words.hello, words.catalogue, guji]) await press(caption)
    const refused = await say(quantity)
    expect(blocks(refused)).toEqual([11])
    expect(refused.position).toBe(4)
    expect(refused.variables.order).not.toHaveProperty('qty')
    expect((await say('99')).variables.order).toMatchObject({ qty: '99', total: gujiPrice * 99 })
  })

  it('refuses a product that is not in the list', async () => {
    const { say, press } = await open('shop-basket', language)
    for (const caption of [words.hello, words.catalogue]) await press(caption)
    const refused = await say('5')
    expect(blocks(refused)).toEqual([10])
    expect(captions(refused)).toContain(guji)
    expect(refused.position).toBe(3)
  })

  it('goes back from every step, before what else could match', async () => {
    const { press } = await open('shop-basket', language)
    for (const caption of [words.hello, words.catalogue, guji]) await press(caption)
    expect((await press(words.back)).position).toBe(3)
    expect((await press(words.back)).position).toBe(2)
    for (const caption of [words.catalogue, guji, '1', words.basket, words.checkOut]) await press(caption)
    // In the address block anything would be taken for an address.
    const back = await press(words.back)
    expect(back.position).toBe(6)
    expect(back.variables.order).not.toHaveProperty('address')
  })

  it('says that the basket is empty, and empties it', async () => {
    const { press } = await open('shop-basket', language)
    await press(words.hello)
    expect(blocks(await press(words.basket))).toEqual([12])
    for (const caption of [words.catalogue, guji, '3', words.basket]) await press(caption)
    const cleared = await press(words.clear)
    expect(blocks(cleared)).toEqual([14, 2])
    expect(cleared.variables.order).toMatchObject({ total: 0, basket: [] })
    expect(blocks(await press(words.basket))).toEqual([12])
  })
})

const quiz = {
  ru: { start: 'Начать', go: 'Поехали', later: 'Не сейчас', phone: '8 (912) 345-67-89', stored: '79123456789' },
  en: { start: 'Quiz', go: "Let's go", later: 'Not now', phone: '+1 (202) 555-0143', stored: '12025550143' },
} as const

describe.each(['ru', 'en'] as const)('quiz with lead, %s', (language) => {
  const words = quiz[language]

  /** Answers five questions, so many of them right. */
  async function answered(right: number, seed = 1) {
    const talk = await open('quiz-lead', language, { seed })
    await talk.say(words.start)
    let last = await talk.press(words.go)
    const asked: string[] = []
    for (let number = 0; number < 5; number++) {
      const { question, options } = current(last)
      asked.push(question.q)
      const wrong = options.find((option) => option !== question.right) ?? ''
      last = await talk.press(number < right ? question.right : wrong)
    }
    return { ...talk, last, asked }
  }

  it.each([
    [5, 4, 15],
    [4, 4, 15],
    [3, 5, 10],
    [2, 5, 10],
    [1, 6, 7],
    [0, 6, 7],
  ])('gives for %i right answers the result of block %i and %i percent', async (right, block, discount) => {
    const { last } = await answered(right)
    expect(blocks(last)).toEqual([3, block, 7])
    expect(last.variables.order).toMatchObject({ score: right, discount })
    expect(said(last)).toContain(String(discount))
  })

  it('asks five different questions, in an order that depends on the dice', async () => {
    const [first, again, other] = [await answered(0), await answered(0), await answered(0, 2)]
    expect(new Set(first.asked).size).toBe(5)
    expect(again.asked).toEqual(first.asked)
    expect(other.asked).not.toEqual(first.asked)
  })

  it('takes the number of an option, and refuses what is none', async () => {
    const { say, press } = await open('quiz-lead', language)
    await say(words.start)
    const { options, question } = current(await press(words.go))
    const refused = await say('4')
    expect(blocks(refused)).toEqual([9])
    expect(refused.position).toBe(2)
    const answer = await say(String(options.indexOf(question.right) + 1))
    expect(answer.variables.order).toMatchObject({ score: 1 })
  })

  it('collects the phone number in one form, keeps it with the client and closes the order', async () => {
    const { last, say } = await answered(5)
    expect(last.position).toBe(7)
    expect(blocks(await say('call me'))).toEqual([10])
    const done = await say(words.phone)
    expect(blocks(done)).toEqual([8])
    expect(done.variables).toMatchObject({ order: {}, client: { phone: words.stored } })
    expect(said(done)).toContain(words.stored)
  })

  it('lets him put it off and still leave a number later', async () => {
    const { press, say } = await answered(3)
    expect((await press(words.later)).position).toBe(11)
    expect((await say(words.phone)).variables.client).toMatchObject({ phone: words.stored })
  })
})

interface Question {
  readonly q: string
  readonly right: string
}

function current({ variables }: PlayedStep): { question: Question; options: string[] } {
  // Both are made by the starter's own script.
  return { question: variables.order['current'] as Question, options: variables.order['options'] as string[] }
}

const support = {
  ru: { hello: 'Привет', order: 'Где мой заказ?', person: 'Позвать человека', refund: 'Возврат', back: 'Назад', thanks: 'Спасибо, всё' },
  en: { hello: 'Hello', order: 'Where is my order?', person: 'Talk to a person', refund: 'Return', back: 'Back', thanks: "No, that's all" },
} as const

const topics = {
  ru: { 12: 'сколько стоит доставка?', 13: 'можно оплатить картой?', 14: 'какой у вас адрес', 15: 'спойте песню' },
  en: { 12: 'how long does delivery take?', 13: 'can I pay by card?', 14: 'where are you', 15: 'sing me a song' },
} as const

describe.each(['ru', 'en'] as const)('support menu, %s', (language) => {
  const words = support[language]

  it('reminds after exactly ten minutes of who still owes the order number', async () => {
    const { say, press, wait } = await open('support-menu', language)
    await say(words.hello)
    const asked = await press(words.order)
    expect(asked.pending).toMatchObject([{ arrow: 7, from: 2, to: 10, due: '2026-03-10T11:10:00.000Z', cancelIfLeft: true }])
    expect(blocks(await wait('599s'))).toEqual([])
    const reminded = await wait('1s')
    expect(blocks(reminded)).toEqual([10])
    expect(reminded).toMatchObject({ position: 2, pending: [] })
    const found = await say('204518')
    expect(found.variables.order).toMatchObject({ order_number: '204518' })
    expect(said(found)).toContain('204518')
  })

  it.each([
    ['he gave the number', '204518'],
    ['he went back', words.back],
  ])('does not remind when %s in time', async (_, answer) => {
    const { say, press, wait } = await open('support-menu', language)
    await say(words.hello)
    await press(words.order)
    await wait('9m')
    const left = await say(answer)
    expect(left.pending).toEqual([])
    expect(left.trace[0]?.entries).toContainEqual(
      expect.objectContaining({ type: 'cancelled', pending: expect.objectContaining({ arrow: 7 }) }),
    )
    expect(blocks(await wait('2d'))).toEqual([])
  })

  it('still reminds who only sent something that is no order number', async () => {
    const { say, press, wait } = await open('support-menu', language)
    await say(words.hello)
    await press(words.order)
    await wait('5m')
    expect(blocks(await say('12'))).toEqual([9])
    expect(blocks(await wait('5m'))).toEqual([10])
  })

  it.each([
    ['on a working day at 9:00', '2026-03-10T09:00:00+03:00', 6],
    ['on a working day at 17:59', '2026-03-10T17:59:00+03:00', 6],
    ['on a working day at 8:59', '2026-03-10T08:59:00+03:00', 7],
    ['on a working day at 18:00', '2026-03-10T18:00:00+03:00', 7],
    ['on a Saturday', '2026-03-14T12:00:00+03:00', 7],
  ])('answers %s as its hours say', async (_, start, block) => {
    const { say, press } = await open('support-menu', language, { start: Date.parse(start) })
    await say(words.hello)
    expect(blocks(await press(words.person))).toEqual([block])
    const taken = await say('My table came without legs')
    expect(blocks(taken)).toEqual([8])
    expect(taken.variables.order).toEqual({})
  })

  it('answers keywords anywhere without losing the place, and everything else with a way out', async () => {
    const { say, press } = await open('support-menu', language)
    await say(words.hello)
    await press(words.refund)
    for (const [block, question] of Object.entries(topics[language])) {
      const answer = await say(question)
      expect(blocks(answer), question).toEqual([Number(block)])
      expect(answer.position).toBe(4)
    }
    expect((await press(words.back)).position).toBe(1)
  })

  it('says goodbye', async () => {
    const { say, press } = await open('support-menu', language)
    await say(words.hello)
    await press(words.order)
    await say('204518')
    expect(blocks(await press(words.thanks))).toEqual([11])
  })
})
