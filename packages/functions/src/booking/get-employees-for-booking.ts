import { defineHostFunction } from '../define-function.ts'
import { companyParam, emptyOnError, servicesParam } from '../shared/booking-params.ts'
import { listOf, serviceIds } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { givenId } from '../shared/orders.ts'

export const getEmployeesForBooking = defineHostFunction({
  name: 'get_employees_for_booking',
  category: 'booking',
  params: [
    companyParam,
    { ...servicesParam, optional: true },
    {
      name: 'job_title_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'Только с этой должностью.', en: 'Only those with this job title.' },
    },
    {
      name: 'service_category_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'Только те, кто оказывает услуги этой категории.', en: 'Only those who render a service of this category.' },
    },
  ],
  returns: 'array',
  help: {
    ru: 'Исполнители филиала: список словарей с id, name, information и job_title. С услугами – те, кто оказывает их все. Фильтры действуют вместе.',
    en: 'The employees of a branch: a list of dictionaries with id, name, information and job_title. With services: those who render them all. Filters work together.',
  },
  onError: emptyOnError,
  examples: [
    { script: "get_employees_for_booking(1)[0]['name']", gives: 'Pavel' },
    { script: "get_employees_for_booking(1, [844, 845])[0]['job_title']", gives: 'Barber' },
    { script: "get_employees_for_booking(1, '', 77)", gives: [] },
  ],
  readsOnly: true,
  failure: [],
  run(company, services, jobTitle, category, { ports }) {
    const id = givenId(company)
    const filter = { services: serviceIds(services), jobTitle: givenId(jobTitle), category: givenId(category) }
    if (!id || filter.services === null || filter.jobTitle === null || filter.category === null) return []
    const { services: asked, jobTitle: title, category: group } = filter
    return onceKnown(ports.booking.employees(id, { services: asked, jobTitle: title, category: group }), (found) =>
      listOf(found.map((each) => ({ id: each.id, name: each.name, information: each.information, job_title: each.jobTitle }))),
    )
  },
})
