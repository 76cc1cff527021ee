import { defineHostFunction } from '../define-function.ts'
import { companyParam, emptyOnError } from '../shared/booking-params.ts'
import { listOf, yesOrNo } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { givenId } from '../shared/orders.ts'

export const getCategoriesForBooking = defineHostFunction({
  name: 'get_categories_for_booking',
  category: 'booking',
  params: [
    companyParam,
    {
      name: 'job_titles',
      type: 'any',
      optional: true,
      shown: { type: 'boolean', default: 'False' },
      about: { ru: '1 – должности вместо категорий услуг.', en: '1: job titles instead of categories of services.' },
    },
  ],
  returns: 'array',
  help: {
    ru: 'Категории услуг филиала или, если попросить, должности: список словарей с id, name и description.',
    en: "The branch's categories of services or, when asked for, its job titles: a list of dictionaries with id, name and description.",
  },
  onError: emptyOnError,
  examples: [
    { script: "get_categories_for_booking(1)[0]['name']", gives: 'Hair' },
    { script: "get_categories_for_booking(1, 1)[0]['name']", gives: 'Barber' },
    { script: 'get_categories_for_booking(99)', gives: [] },
  ],
  readsOnly: true,
  failure: [],
  run(company, jobTitles, { ports }) {
    const id = givenId(company)
    const asked = yesOrNo(jobTitles)
    return id && asked !== undefined ? onceKnown(ports.booking.groupings(id, asked ? 'job-title' : 'category'), listOf) : []
  },
})
