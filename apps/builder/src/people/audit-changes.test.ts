import { expect, it } from 'vitest'
import { auditChanges } from './audit-changes.ts'

it('tells field by field what changed, and leaves out what stayed', () => {
  expect(
    auditChanges(
      { name: 'Sales', permissions: { sections: { funnel: 'none', orders: 'edit' }, rights: ['tasks.edit'] } },
      { name: 'Sales', permissions: { sections: { funnel: 'view', orders: 'edit' }, rights: ['tasks.edit', 'clients.delete'] } },
    ),
  ).toEqual([
    { path: 'permissions.sections.funnel', before: 'none', after: 'view' },
    { path: 'permissions.rights', before: 'tasks.edit', after: 'tasks.edit, clients.delete' },
  ])
})

it('shows all of what came or went', () => {
  expect(auditChanges(null, { role: 'operator', email: null, days: 7 })).toEqual([
    { path: 'role', before: undefined, after: 'operator' },
    { path: 'days', before: undefined, after: '7' },
  ])
  expect(auditChanges('old text', '')).toEqual([{ path: '', before: 'old text', after: undefined }])
})

it('says nothing where nothing was written down', () => {
  expect(auditChanges(null, null)).toEqual([])
  expect(auditChanges(undefined, {})).toEqual([])
})
