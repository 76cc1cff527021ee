import { isTimeZone } from '@voronka/flow'
import { describe, expect, it } from 'vitest'
import { findZones, timeZones } from './time-zones.ts'

const found = (asked: string, language: 'ru' | 'en' = 'ru') => findZones(asked, timeZones(language)).map(({ name }) => name)

describe('time zones', () => {
  it('lists zones only, UTC among them, from west to east', () => {
    const zones = timeZones('en')
    expect(zones.every(({ name }) => isTimeZone(name))).toBe(true)
    expect(zones.map(({ name }) => name)).toContain('UTC')
    const at = (name: string) => zones.findIndex((zone) => zone.name === name)
    expect(at('America/New_York')).toBeLessThan(at('UTC'))
    expect(at('UTC')).toBeLessThan(at('Asia/Tokyo'))
  })

  it.each([
    ['москва', 'Europe/Moscow'],
    ['new york', 'America/New_York'],
    ['europe riga', 'Europe/Riga'],
    ['utc+05:30', 'Asia/Calcutta'],
    ['+9 япония', 'Asia/Tokyo'],
  ])('finds %j', (asked, zone) => {
    expect(found(asked)).toContain(zone)
  })

  it('puts the town first that the region is called after', () => {
    expect(found('москва')[0]).toBe('Europe/Moscow')
    expect(found('moscow', 'en')[0]).toBe('Europe/Moscow')
  })

  it('finds nothing where nothing is meant', () => {
    expect(found('Атлантида')).toEqual([])
  })
})
