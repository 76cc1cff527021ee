import { settle } from '@voronka/flow/engine'
import { describe, expect, it, onTestFinished } from 'vitest'
import { funnel, talk, type Talk } from '../../test/funnel.ts'

const menu = 'Back to the services'
const dates = 'Back to the dates'
const checked = { condition: '#{checker}', matchType: 'exact' } as const
const at = (condition: string, priority = 10) => ({ condition, matchType: 'exact', priority }) as const
const immediately = { delay: { value: 0, unit: 'seconds' } } as const

/** The eight blocks of booking, section 9, with its scripts; 71, 81 and 82 are its 7.1, 8.1 and 8.2. */
const bot = funnel(
  {
    1: { type: 'start', condition: 'Book', matchType: 'exact' },
    2: {
      text: 'Choose: #{numbered_list}',
      calculator: `comp_id = get_companies_for_booking()[0]['id']
data = get_services_for_booking(comp_id)
res = tools_make_button_str_checker(data, 'title')
numbered_list = res['numbered_list']
buttons = res['buttons']
checker = res['checker']`,
    },
    3: {
      text: '#{title} #{description} #{price}',
      calculator: `title = tools_check_user_input(data, question, 'title', 'title')
description = tools_check_user_input(data, question, 'title', 'description')
price = tools_check_user_input(data, question, 'title', 'price')
serv_id = tools_check_user_input(data, question, 'title', 'id')
b = ["Book it", "${menu}"]
res = tools_make_button_str_checker(b)
buttons = res['buttons']`,
    },
    4: {
      text: 'Days: #{print_dates}',
      calculator: `print_dates = get_dates_for_booking(comp_id, serv_id)
print_dates = append(print_dates, '${menu}')
res = tools_make_button_str_checker(print_dates)
buttons = res['buttons']
checker = res['checker']`,
    },
    5: { text: '#{none}', calculator: 'choosed_date = question' },
    6: {
      text: 'Times: #{data}',
      calculator: `data = get_slots_for_booking(comp_id, serv_id, choosed_date)
data = append(data, '${dates}')
res = tools_make_button_str_checker(data)
buttons = res['buttons']
checker = res['checker']`,
    },
    7: {
      text: '#{none}',
      calculator: `choosed_time = question
a = create_booking(comp_id, serv_id, choosed_date, choosed_time)
booking_result = a['status']`,
    },
    71: { text: 'Somebody was quicker.' },
    8: { text: 'Booked: #{title} for #{price}. Pay within 5 seconds.' },
    81: { text: 'Paid, thank you.' },
    82: {
      text: 'Not paid: #{cancel_status}',
      calculator: `or_id = get_order_id()
cancel_result = cancel_booking(comp_id, or_id)
cancel_status = cancel_result['status']`,
    },
  },
  [
    [1, 2, immediately],
    [2, 3, checked],
    [3, 4, at('Book it')],
    [3, 2, at(menu)],
    [4, 2, at(menu, 20)],
    [4, 5, checked],
    [5, 6, immediately],
    [6, 4, at(dates, 20)],
    [6, 7, checked],
    [7, 71, { ...immediately, compare: 'booking_result == False' }],
    [7, 8, { ...immediately, compare: 'booking_result == True' }],
    [71, 6, immediately],
    [8, 81, at('payment_success')],
    [8, 82, { delay: { value: 5, unit: 'seconds' }, cancelIfLeft: true }],
  ],
)

const day = '16.03.2026'

async function salon(): Promise<Talk> {
  const talking = await talk(bot)
  const { installation, project } = talking
  onTestFinished(() => installation.close())
  const { branchDesk } = installation
  const branch = await branchDesk.create(project, { name: 'Salon', address: 'Lenina 1' })
  const shape = {
    description: 'Wash and cut',
    category: null,
    duration: 60,
    capacity: 1,
    color: '',
    photo: '',
    active: true,
    employees: [],
  }
  const { id } = await branchDesk.services.create(project, branch.id, { ...shape, title: 'Haircut', price: 1500 })
  const monday = [[['10:00', '12:00'] as [string, string]], [], [], [], [], [], []]
  const staff = { kind: 'freelance', account: null, information: '', jobTitle: null, photo: '', active: true } as const
  await branchDesk.employees.create(project, branch.id, { ...staff, name: 'Pavel', services: [id], schedule: { week: monday, breaks: [] } })
  return talking
}

/** Up to the times of a day. */
async function toTimes({ say }: Talk, who: string): Promise<string[]> {
  for (const text of ['Book', 'Haircut', 'Book it']) await say(who, text)
  return say(who, day)
}

const active = ({ installation: { db } }: Talk) =>
  db.transaction(() => settle(db.all(db.build.selectFrom('bookings').select(['order_number', 'start_min']).where('status', '=', 'active'))))

describe('the example bot', () => {
  it('leads from the services to a booking, and back to the services and to the dates on the way', async () => {
    const talking = await salon()
    const { say } = talking
    expect((await say('ann', 'Book')).join()).toContain('Haircut')
    expect(await say('ann', 'Haircut')).toEqual(['Haircut Wash and cut 1500'])
    expect((await say('ann', menu)).join()).toContain('Choose')
    await say('ann', 'Haircut')
    expect((await say('ann', 'Book it')).join()).toContain(day)
    expect((await say('ann', menu)).join()).toContain('Choose')
    expect((await toTimes(talking, 'ann')).join()).toContain('11:00')
    expect((await say('ann', dates)).join()).toContain('Days')
    await say('ann', day)
    expect(await say('ann', '10:00')).toEqual(['Booked: Haircut for 1500. Pay within 5 seconds.'])
    expect(await active(talking)).toMatchObject([{ start_min: 600 }])
  })

  it('tells who was slower, and shows him the times that are left', async () => {
    const talking = await salon()
    await toTimes(talking, 'ann')
    await toTimes(talking, 'bob')
    const [one, two] = await Promise.all([talking.say('ann', '10:00'), talking.say('bob', '10:00')])
    const [winner, loser] = one.join().includes('Booked') ? [one, two] : [two, one]
    expect(winner).toEqual(['Booked: Haircut for 1500. Pay within 5 seconds.'])
    expect(loser[0]).toBe('Somebody was quicker.')
    expect(loser[1]).toContain('11:00')
    expect(loser[1]).not.toContain('10:00')
    expect(await active(talking)).toHaveLength(1)
  })

  it('cancels what is not paid, and offers its time again', async () => {
    const talking = await salon()
    await toTimes(talking, 'ann')
    await talking.say('ann', '10:00')
    await talking.advance(6000)
    expect((await talking.dialogue('ann')).at(-1)).not.toContain('Booked')
    expect(await talking.dialogue('ann')).toContain('bot: Not paid: True')
    expect(await active(talking)).toEqual([])
    expect((await toTimes(talking, 'bob')).join()).toContain('10:00')
  })

  it('leaves what is paid', async () => {
    const talking = await salon()
    await toTimes(talking, 'ann')
    await talking.say('ann', '10:00')
    expect(await talking.send('ann', { kind: 'callback', text: 'payment_success', pressed: false })).toEqual(['Paid, thank you.'])
    await talking.advance(60_000)
    expect(await active(talking)).toHaveLength(1)
    expect((await toTimes(talking, 'bob')).join()).not.toContain('10:00')
  })
})
