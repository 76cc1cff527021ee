// @vitest-environment happy-dom
import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { auditWords } from './audit-words.ts'

beforeAll(() => i18next.init({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } }))

const wordsOf = (path: string, before: string | undefined, after: string | undefined) =>
  auditWords({ path, before, after }, { t: i18next.getFixedT('en', 'people'), say: i18next.getFixedT('en', 'app'), language: 'en' })

it('says sections, levels, roles and rights as the page does', () => {
  expect(wordsOf('permissions.sections.funnel', 'view', 'edit')).toEqual({ path: 'Funnel', before: 'View', after: 'Edit' })
  expect(wordsOf('role.id', undefined, 'operator')).toEqual({ path: 'Role', before: undefined, after: 'Operator' })
  expect(wordsOf('permissions.rights', 'tasks.edit, clients.delete', undefined)).toEqual({
    path: 'Rights',
    before: 'Edit tasks, Delete clients',
    after: undefined,
  })
})

it('leaves out what says nothing, and shows what it does not know as it is', () => {
  expect(wordsOf('scopes.sections.orders', undefined, 'none')).toBeUndefined()
  expect(wordsOf('role.id', undefined, '5')).toBeUndefined()
  expect(wordsOf('', '12', '13')).toEqual({ path: '', before: '12', after: '13' })
  expect(wordsOf('chat.colour', undefined, 'tasks.edit and more')).toEqual({
    path: 'chat · colour',
    before: undefined,
    after: 'tasks.edit and more',
  })
})

it('says settings by their names, and switches as yes and no', () => {
  expect(wordsOf('callbacks.system', 'false', 'true')).toEqual({ path: 'Events · Closing', before: 'no', after: 'yes' })
  expect(wordsOf('host', 'a.example', 'b.example')).toEqual({ path: 'Host', before: 'a.example', after: 'b.example' })
})
