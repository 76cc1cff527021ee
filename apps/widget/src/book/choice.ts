/** What a visitor has chosen so far, and what can still be chosen with it. */
import type { PublicBranch } from '@voronka/api'

export interface Choice {
  readonly services: readonly number[]
  /** null: anybody who is free. */
  readonly employee: number | null
  readonly date: string
  readonly time: string
}

export const nothing: Choice = { services: [], employee: null, date: '', time: '' }

type Branch = Pick<PublicBranch, 'services' | 'employees'>

/** Who renders all of these services: one visit has one employee (booking, section 5.2). */
export const whoRenders = ({ employees }: Branch, services: readonly number[]): PublicBranch['employees'] =>
  employees.filter((employee) => services.every((service) => employee.services.includes(service)))

/** Whether a service can be had together with what is chosen. */
export const goesWith = (branch: Branch, chosen: readonly number[], service: number): boolean =>
  chosen.includes(service) || whoRenders(branch, [...chosen, service]).length > 0

export interface Total {
  readonly minutes: number
  readonly price: number
  readonly titles: readonly string[]
}

export function totalOf({ services }: Branch, chosen: readonly number[]): Total {
  const taken = services.filter(({ id }) => chosen.includes(id))
  return {
    minutes: taken.reduce((sum, { duration }) => sum + duration, 0),
    price: taken.reduce((sum, { price }) => sum + price, 0),
    titles: taken.map(({ title }) => title),
  }
}

export interface ServiceGroup {
  readonly name: string
  readonly description: string
  readonly services: PublicBranch['services']
}

/** Services by category, those in none last; categories with nothing in them are left out. */
export function serviceGroups({ categories, services }: Pick<PublicBranch, 'categories' | 'services'>): ServiceGroup[] {
  const known = new Set(categories.map(({ id }) => id))
  const loose = services.filter(({ category }) => category === null || !known.has(category))
  return [
    ...categories.map(({ id, name, description }) => ({ name, description, services: services.filter(({ category }) => category === id) })),
    { name: '', description: '', services: loose },
  ].filter((group) => group.services.length > 0)
}
