import type { Value } from '@voronka/calculator'
import type { Memory } from './memory-ports.ts'
import type { BookingFacts, BookingPort, BookingRefusal } from './ports.ts'
import {
  addDaysTo,
  freeStarts,
  hasFreeStart,
  isFree,
  standardDays,
  standardStep,
  worksThrough,
  writeClock,
  writeDay,
  type Span,
} from './shared/booking-slots.ts'

export interface MemorySalon {
  readonly company: { readonly id: number; readonly name: string; readonly address: string }
  readonly category: { readonly id: number; readonly name: string; readonly description: string }
  readonly jobTitle: { readonly id: number; readonly name: string; readonly description: string }
  readonly services: readonly {
    readonly id: number
    readonly title: string
    readonly description: string
    readonly price: number
    readonly duration: number
  }[]
  /** They work every day. */
  readonly employees: readonly {
    readonly id: number
    readonly name: string
    readonly information: string
    readonly hours: Span
    readonly services: readonly number[]
  }[]
  readonly bookings: Map<number, BookingFacts>
}

const exampleSalon = (): MemorySalon => ({
  company: { id: 1, name: 'Salon', address: 'Lenina 1' },
  category: { id: 1018, name: 'Hair', description: '' },
  jobTitle: { id: 1021, name: 'Barber', description: '' },
  services: [
    { id: 844, title: 'Haircut', description: 'Wash and cut', price: 1500, duration: 60 },
    { id: 845, title: 'Beard', description: '', price: 1000, duration: 45 },
  ],
  employees: [
    { id: 10, name: 'Pavel', information: '10 years', hours: [540, 1080], services: [844, 845] },
    { id: 11, name: 'Victoria', information: '', hours: [600, 1140], services: [844] },
  ],
  bookings: new Map(),
})

/** The booking of the in-memory world: one branch whose services and employees are all of one category and job title. Its days are those of UTC+3. */
export function memoryBooking(memory: Memory): BookingPort {
  const salon = (memory.salon ??= exampleSalon())
  const { company, services, employees, bookings } = salon
  const here = new Date(memory.orders.now + 3 * 3_600_000).toISOString()
  const [today, now] = [here.slice(0, 10), Number(here.slice(11, 13)) * 60 + Number(here.slice(14, 16))]
  const after = (day: string): number => (day === today ? now : -1)
  const chosen = (ids: readonly number[]) => services.filter(({ id }) => ids.includes(id))
  const wantedOf = (ids: readonly number[]) => ({ duration: chosen(ids).reduce((sum, { duration }) => sum + duration, 0) })
  const who = (branch: number, ids: readonly number[], employee: number | undefined) =>
    branch === company.id && ids.length > 0 && chosen(ids).length === ids.length
      ? employees.filter((each) => (employee === undefined || each.id === employee) && ids.every((id) => each.services.includes(id)))
      : []
  const busy = (employee: number, day: string, but?: number) =>
    [...bookings.values()]
      .filter((each) => each.employee.id === employee && each.day === day && each.id !== but)
      .map(({ start, duration }) => ({ from: start, to: start + duration, service: null }))
  const slots = (branch: number, ids: readonly number[], day: string, employee: number | undefined, step: number): number[] =>
    day < today
      ? []
      : [
          ...new Set(
            who(branch, ids, employee).flatMap(({ id, hours }) =>
              freeStarts([hours], busy(id, day), wantedOf(ids), { step, after: after(day) }),
            ),
          ),
        ].toSorted((a, b) => a - b)
  const refusalOf = (day: string, start: number): BookingRefusal | undefined => {
    if (day === '' || start < 0) return 'wrong date or time'
    return day < today || start <= after(day) ? 'time is in the past' : undefined
  }

  const create: BookingPort['create'] = ({ company: branch, services: ids, day, start, employee, draw, variables }) => {
    if (branch !== company.id) return 'company not found'
    if (!ids.length || chosen(ids).length !== ids.length) return 'services not found'
    const refusal = refusalOf(day, start)
    if (refusal) return refusal
    const wanted = wantedOf(ids)
    const free = who(branch, ids, employee).filter(
      ({ id, hours }) => worksThrough([hours], start, wanted.duration) && isFree(busy(id, day), start, wanted),
    )
    const taken = free[Math.floor(draw * free.length)]
    if (!taken) return employee === undefined ? 'no free employee' : 'time is not available'
    const rendered = chosen(ids).map(({ id, title }) => ({ id, title }))
    const number = Math.max(0, ...memory.orders.orders.keys()) + 1
    const cost = chosen(ids).reduce((sum, { price }) => sum + price, 0)
    const written: [string, Value][] = [
      ['booking_date', writeDay(day)],
      ['booking_time', writeClock(start)],
    ]
    memory.orders.orders.set(number, {
      number,
      client: memory.clientId,
      status: 'active',
      state: null,
      pipeline: company.id,
      createdAt: memory.orders.now,
      name: rendered.map(({ title }) => title).join(', '),
      description: '',
      budget: cost,
      variables: new Map([...variables, ...written]),
    })
    const facts = {
      id: number,
      day,
      start,
      duration: wanted.duration,
      services: rendered,
      cost,
      employee: { id: taken.id, name: taken.name, jobTitle: salon.jobTitle.name },
      company,
    }
    bookings.set(number, facts)
    return facts
  }

  return {
    companies: () => [company],
    groupings: (branch, kind) => (branch !== company.id ? [] : [kind === 'category' ? salon.category : salon.jobTitle]),
    employees: (branch, { services: ids = [], jobTitle = salon.jobTitle.id, category = salon.category.id }) =>
      branch !== company.id || jobTitle !== salon.jobTitle.id || category !== salon.category.id
        ? []
        : employees
            .filter((each) => ids.every((id) => each.services.includes(id)))
            .map((each) => ({ ...each, jobTitle: salon.jobTitle.name })),
    services: (branch, { category = salon.category.id, employee }) =>
      branch !== company.id || category !== salon.category.id
        ? []
        : services.filter(
            ({ id }) => employee === undefined || employees.some((each) => each.id === employee && each.services.includes(id)),
          ),
    dates: (branch, ids, employee, days) =>
      Array.from({ length: Math.max(0, days) }, (_, index) => addDaysTo(today, index)).filter((day) =>
        who(branch, ids, employee).some(({ id, hours }) =>
          hasFreeStart([hours], busy(id, day), wantedOf(ids), { step: standardStep, after: after(day) }),
        ),
      ),
    slots: (branch, ids, day, { employee, step }) => slots(branch, ids, day, employee, step),
    create,
    createByName({ name, company: branch = company.id, ...rest }) {
      const service = services.find(({ title }) => title.toLowerCase() === name.toLowerCase())
      return service ? create({ ...rest, company: branch, services: [service.id], employee: undefined }) : 'service not found'
    },
    upcoming: (client) => (client === memory.clientId ? [...bookings.values()] : []),
    find: (order) => bookings.get(order),
    move(order, day, start) {
      const found = bookings.get(order)
      if (!found) return 'booking not found'
      const refusal = refusalOf(day, start)
      if (refusal) return refusal
      const employee = employees.find(({ id }) => id === found.employee.id)
      const free = employee && worksThrough([employee.hours], start, found.duration) && isFree(busy(employee.id, day, order), start, found)
      if (!free) return 'time is not available'
      bookings.set(order, { ...found, day, start })
      return undefined
    },
    cancel: (branch, order) => branch === company.id && bookings.delete(order) && memory.orders.orders.delete(order),
    snapshot: (branch = company.id) =>
      JSON.stringify(
        branch !== company.id
          ? []
          : [
              {
                company_id: company.id,
                company_name: company.name,
                address: company.address,
                services: services.map((service) => ({
                  ...service,
                  category: salon.category.name,
                  slots: Object.fromEntries(
                    Array.from({ length: standardDays }, (_, index) => addDaysTo(today, index)).flatMap((day) => {
                      const times = slots(branch, [service.id], day, undefined, standardStep).map(writeClock)
                      return times.length ? [[writeDay(day), times]] : []
                    }),
                  ),
                })),
              },
            ],
      ),
  }
}
