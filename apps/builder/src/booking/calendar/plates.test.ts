import { describe, expect, it } from 'vitest'
import { visit } from './visit-for-tests.ts'
import { platesOf } from './plates.ts'

describe('platesOf', () => {
  it('makes one plate of the participants of a group', () => {
    const group = { service: 7, capacity: 5 }
    const plates = platesOf([
      visit({ id: 1, time: '10:00', group }),
      visit({ id: 2, time: '10:00', group }),
      visit({ id: 3, time: '11:00', group }),
    ])
    expect(plates.map(({ visits }) => visits.map(({ id }) => id))).toEqual([[1, 2], [3]])
  })

  it('puts visits that overlap beside each other, and those that only touch one below the other', () => {
    const plates = platesOf([
      visit({ id: 1, time: '10:00', until: '11:00', duration: 60 }),
      visit({ id: 2, time: '10:30', until: '11:30', duration: 60 }),
      visit({ id: 3, time: '11:30', until: '12:00', duration: 30 }),
    ])
    expect(plates.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ])
  })

  it('uses a lane again once it is free', () => {
    const plates = platesOf([
      visit({ id: 1, time: '10:00', duration: 30 }),
      visit({ id: 2, time: '10:00', duration: 120 }),
      visit({ id: 3, time: '10:30', duration: 30 }),
    ])
    expect(plates.map(({ visits, lane, lanes }) => [visits[0].id, lane, lanes])).toEqual([
      [2, 0, 2],
      [1, 1, 2],
      [3, 1, 2],
    ])
  })
})
