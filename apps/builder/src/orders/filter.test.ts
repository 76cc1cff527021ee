import { describe, expect, it } from 'vitest'
import { countConditions, filterOf, ordersSearch } from './filter.ts'

const asked = (address: Record<string, unknown>) => filterOf(ordersSearch.parse(address))

describe('the filter of an address', () => {
  it('is empty for an empty address', () => {
    expect(asked({})).toEqual({})
  })

  it('takes the last day whole', () => {
    const { createdFrom, createdTo } = asked({ from: '2026-03-01', to: '2026-03-01' })
    expect(createdFrom).toBe(new Date(2026, 2, 1).toISOString())
    expect(createdTo).toBe(new Date(2026, 2, 2).toISOString())
  })

  it('asks for a value only together with its variable', () => {
    expect(asked({ value: 'red' })).toEqual({})
    expect(asked({ variable: 'colour', value: 'red' })).toEqual({ variable: 'colour', value: 'red' })
    expect(asked({ variable: 'colour' })).toEqual({ variable: 'colour' })
  })

  it('reads labels, unread messages and open tasks, both with and without', () => {
    expect(asked({ labels: '2,5', unread: 1, tasks: '0' })).toEqual({ labels: [2, 5], unread: true, tasks: false })
    expect(asked({ labels: 3, unread: 'yes' })).toEqual({ labels: [3] })
  })

  it('passes over what it cannot read', () => {
    expect(asked({ from: 'yesterday', budgetFrom: 'much', states: '3,4' })).toEqual({ states: [3, 4] })
  })
})

it('counts the conditions as a person sees them: a period is one, the search is none', () => {
  expect(countConditions(ordersSearch.parse({ q: 'cake', from: '2026-01-01', to: '2026-02-01', responsible: '0' }))).toBe(2)
})
