import { asArray, fromPlain, isNone, toNumber, toText, truth, type CallWorld, type Dict, type Value } from '@voronka/calculator'
import type { BookingFacts, BookingRefusal, MaybePromise, Ports } from '../ports.ts'
import { isBlank } from './blank.ts'
import { writeClock, writeDay } from './booking-slots.ts'
import { numbersOf } from './numbers-of.ts'
import { onceKnown } from './once-known.ts'
import { attach } from './orders.ts'

/** Undefined: an argument that counts as left out (booking, section 3). */
export const given = (value: Value | undefined): Value | undefined =>
  value === undefined || isNone(value) || (typeof value === 'string' && isBlank(value.trim())) ? undefined : value

/** Services: one id, or a list of them, also as text; each once, in their order. Undefined: left out; null: nothing of the kind. */
export function serviceIds(value: Value | undefined): number[] | undefined | null {
  const written = given(value)
  if (written === undefined) return undefined
  const numbers = numbersOf(written)
  return numbers && (numbers.length || asArray(written)) ? [...new Set(numbers)] : null
}

/** A whole number of minutes or days; undefined: left out, null: no number. */
export function wholeNumber(value: Value | undefined): number | undefined | null {
  const written = given(value)
  if (written === undefined) return undefined
  const number = toNumber(written)
  return number !== undefined && Number.isFinite(number) ? Math.trunc(number) : null
}

/** Undefined: it says neither yes nor no. */
export function yesOrNo(value: Value | undefined): boolean | undefined {
  const written = given(value)
  if (written === undefined) return false
  const text = typeof written === 'string' ? written.trim().toLowerCase() : undefined
  if (text === 'true' || text === 'false') return text === 'true'
  const number = text === undefined ? undefined : toNumber(text)
  if (text !== undefined) return number === undefined ? undefined : number !== 0
  return truth(written)
}

export const listOf = (plain: readonly object[]): Value => fromPlain(plain)

export const refused = (message: BookingRefusal): Dict =>
  new Map<string, Value>([
    ['status', false],
    ['message', message],
  ])

export const accepted = (message: string): Dict =>
  new Map<string, Value>([
    ['status', true],
    ['message', message],
  ])

/** A booking as `get_bookings_info` gives it. */
export const bookingInfo = ({ id, day, start, duration, services, cost, employee, company }: BookingFacts): Value =>
  fromPlain({
    booking_id: id,
    booking_date: writeDay(day),
    booking_time: writeClock(start),
    service_ids: services.map((service) => service.id),
    service_names: services.map(({ title }) => title),
    booking_duration: duration,
    total_cost: cost,
    employee_id: employee.id,
    employee_name: employee.name,
    job_title: employee.jobTitle,
    company_id: company.id,
    company_name: company.name,
    company_address: company.address,
  })

/**
 * Books, and makes the booking the client's current order (section 7). The flow goes on with the variables that it has: the new order takes them over, so an
 * order that only they announced is not opened beside it.
 */
export function booked(
  world: CallWorld<Ports>,
  create: (variables: ReadonlyMap<string, Value>) => MaybePromise<BookingFacts | BookingRefusal>,
): MaybePromise<Value> {
  const { ports } = world
  const { conversation, orders } = ports
  const before = conversation.orderNumber()
  const variables = new Map(conversation.orderVariables())
  const stored = before !== null && conversation.orderChanged() ? orders.storeVariables(before, variables) : undefined
  return onceKnown(stored, () =>
    onceKnown(create(variables), (facts) => {
      if (typeof facts === 'string') return refused(facts)
      return onceKnown(
        attach(ports, facts.id),
        () =>
          new Map<string, Value>([
            ['status', true],
            ['booking', bookingAnswer(facts)],
          ]),
      )
    }),
  )
}

const bookingAnswer = ({ id, day, start, duration, services, cost, employee, company }: BookingFacts): Value =>
  fromPlain({
    id,
    booking_date: writeDay(day),
    booking_time: writeClock(start),
    services: services.map(({ title }) => title),
    service_duration: duration,
    total_cost: cost,
    employee_name: employee.name,
    job_title: employee.jobTitle,
    company_name: company.name,
    company_address: company.address,
  })

export const writtenText = (value: Value | undefined): string => (value === undefined || isNone(value) ? '' : toText(value).trim())
