import { blankBlock, type Project } from '@voronka/flow'
import { starters } from '@voronka/flow/starters'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PlayedStep } from './played-step.ts'
import { createSimulation } from './simulation.ts'

const words = {
  ru: {
    start: 'Запись',
    book: 'Записаться',
    menu: 'Вернуться к списку услуг',
    dates: 'Вернуться к выбору даты',
    haircut: 'Мужская стрижка',
  },
  en: { start: 'Booking', book: 'Book', menu: 'Back to the services', dates: 'Back to the dates', haircut: "Men's haircut" },
} as const

/** Where the salon is open: a Tuesday. */
const start = Date.parse('2026-03-10T09:00:00+03:00')
const [day, time] = ['11.03.2026', '10:00']

async function salon(language: 'ru' | 'en', added: Project['blocks'] = []) {
  const starter = starters.find(({ id }) => id === 'salon-booking')
  const crm = starter?.crm[language]
  if (!starter || !crm) throw new Error('There is no salon.')
  const onError = (error: unknown) => {
    throw error
  }
  const project = starter.projects[language]
  const document = { ...project, blocks: [...project.blocks, ...added], crm }
  const simulation = await createSimulation(document, { start, onError })
  onTestFinished(() => simulation.close())
  const press = (button: string, client = 1) => simulation.play({ button, client })
  const toTimes = async (client = 1) => {
    await simulation.play({ text: words[language].start, client })
    for (const button of [words[language].haircut, words[language].book]) await press(button, client)
    return press(day, client)
  }
  return { ...simulation, press, toTimes }
}

const blocks = ({ replies }: PlayedStep): (number | null)[] => replies.map(({ block }) => block)
const captions = ({ replies }: PlayedStep): string[] => replies.at(-1)?.buttons.map(({ text }) => text) ?? []
/** The secret of the page where he pays. */
const link = ({ replies }: PlayedStep): string => /\/pay\/([\w-]{24})/.exec(JSON.stringify(replies))?.[1] ?? ''

describe.each(['ru', 'en'] as const)('the salon, %s', (language) => {
  const { menu, dates } = words[language]

  it('books, and goes back to services and dates on the way', async () => {
    const { press, toTimes } = await salon(language)
    const times = await toTimes()
    expect(blocks(times)).toEqual([6])
    expect(captions(times)).toContain(time)
    expect(captions(times)).not.toContain('14:00')
    const again = await press(dates)
    expect(blocks(again)).toEqual([4])
    expect(blocks(await press(menu))).toEqual([2])
    await toTimes()
    const booked = await press(time)
    expect(blocks(booked)).toEqual([8])
    expect(booked.variables.order).toMatchObject({ booking_result: true })
    expect(link(booked)).not.toBe('')
  })

  it('cancels what is not paid in time and offers it again; what is paid stays', async () => {
    const { press, toTimes, play, installation } = await salon(language)
    // Two of the three cut men's hair, so both have to be booked before a time is gone.
    for (const client of [1, 2, 3]) await toTimes(client)
    const first = await press(time, 1)
    expect([blocks(first), blocks(await press(time, 2))]).toEqual([[8], [8]])
    const late = await press(time, 3)
    expect(blocks(late)).toEqual([9, 6])
    expect(captions(late)).not.toContain(time)
    expect(await installation.paymentDesk.press(link(first), 'paid')).toBe('changed')
    const later = await play({ advance: '11m' })
    expect(blocks(later)).toContain(10)
    expect(blocks(later)).toContain(11)
    expect(captions(await toTimes(3))).toContain(time)
    expect(blocks(await press(time, 3))).toEqual([8])
    expect(captions(await toTimes(2))).not.toContain(time)
  })
  it('moves a visit and cancels it when the client asks for that, and the times follow', async () => {
    const own = (number: number, condition: string, calculator: string) =>
      blankBlock(number, { type: 'nonstate_cond', condition, matchType: 'exact', calculator, text: '#{done}' })
    const { press, toTimes, play } = await salon(language, [
      own(90, 'later', "done = modify_booking_time(get_order_id(), choosed_date, '16:00')['status']"),
      own(91, 'never', "done = cancel_booking(comp_id, get_order_id())['status']"),
    ])
    // Both who cut men's hair.
    for (const client of [1, 2]) {
      await toTimes(client)
      await press(time, client)
    }
    expect(captions(await toTimes(3))).not.toContain(time)
    for (const client of [1, 2]) expect((await play({ text: 'later', client })).replies.at(-1)?.text).toBe('True')
    const moved = captions(await toTimes(3))
    expect([moved.includes(time), moved.includes('16:00')]).toEqual([true, false])
    expect((await play({ text: 'never', client: 2 })).replies.at(-1)?.text).toBe('True')
    expect(captions(await toTimes(3))).toContain('16:00')
  })
})
