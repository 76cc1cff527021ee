import { sections } from '@voronka/api'
import type { Level, Permissions, Section } from '@voronka/api'
import { expect, it } from 'vitest'
import { openTo, rightsOf } from './rights.ts'
import type { Gated } from './rights.ts'

const nothing: Record<Section, Level> = {
  funnel: 'none',
  clients: 'none',
  orders: 'none',
  tasks: 'none',
  lists: 'none',
  broadcasts: 'none',
  booking: 'none',
  calls: 'none',
  leads: 'none',
  analytics: 'none',
  employees: 'none',
  settings: 'none',
}
const role = (open: Partial<Record<Section, Level>>, rights: Permissions['rights'] = []): Permissions => ({
  sections: { ...nothing, ...open },
  rights,
})

it('knows every section', () => {
  expect(Object.keys(nothing)).toEqual(sections)
})

it('lets who may edit also look, and nobody who may only look edit', () => {
  const { may } = rightsOf(role({ funnel: 'view', orders: 'edit' }))
  expect([may('funnel'), may('funnel', 'edit')]).toEqual([true, false])
  expect([may('orders'), may('orders', 'edit')]).toEqual([true, true])
  expect(may('settings')).toBe(false)
})

it('knows the switches beside the sections', () => {
  const { has } = rightsOf(role({}, ['clients.delete']))
  expect([has('clients.delete'), has('clients.exportCsv')]).toEqual([true, false])
})

it('leaves out what needs more than there is', () => {
  const things: (Gated & { name: string })[] = [
    { name: 'always' },
    { name: 'looks', opens: ({ may }) => may('funnel') },
    { name: 'edits', opens: ({ may }) => may('funnel', 'edit') },
  ]
  expect(openTo(things, rightsOf(role({ funnel: 'view' }))).map(({ name }) => name)).toEqual(['always', 'looks'])
})
