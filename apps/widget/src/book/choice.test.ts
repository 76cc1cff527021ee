import { describe, expect, it } from 'vitest'
import { goesWith, serviceGroups, totalOf, whoRenders } from './choice.ts'

const service = (id: number, category: number | null = null) => ({
  id,
  title: `S${id}`,
  description: '',
  category,
  price: id * 100,
  duration: id * 10,
  capacity: 1,
  photo: '',
})
const employee = (id: number, services: number[]) => ({ id, name: `E${id}`, information: '', jobTitle: '', photo: '', services })
const branch = { services: [service(1), service(2), service(3)], employees: [employee(1, [1, 2]), employee(2, [1, 3])] }

describe('whoRenders', () => {
  it('names those who render every chosen service', () => {
    expect(whoRenders(branch, [1]).map(({ id }) => id)).toEqual([1, 2])
    expect(whoRenders(branch, [1, 2]).map(({ id }) => id)).toEqual([1])
    expect(whoRenders(branch, [2, 3])).toEqual([])
  })
})

it('offers only services that somebody renders together with the chosen ones', () => {
  expect(goesWith(branch, [2], 1)).toBe(true)
  expect(goesWith(branch, [2], 3)).toBe(false)
  // What is chosen can always be taken back.
  expect(goesWith(branch, [2, 3], 3)).toBe(true)
})

it('sums minutes and prices', () => {
  expect(totalOf(branch, [1, 3])).toEqual({ minutes: 40, price: 400, titles: ['S1', 'S3'] })
})

it('puts services into their categories, and those of none last', () => {
  const categories = [
    { id: 7, name: 'Hair', description: '' },
    { id: 8, name: 'Empty', description: '' },
  ]
  const groups = serviceGroups({ categories, services: [service(1), service(2, 7)] })
  expect(groups.map(({ name, services }) => [name, services.map(({ id }) => id)])).toEqual([
    ['Hair', [2]],
    ['', [1]],
  ])
})
