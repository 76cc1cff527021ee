import { expect, it } from 'vitest'
import { editSchema } from './index.ts'

it('leaves fields that a patch does not name out, instead of filling in their defaults', () => {
  const edit = { type: 'patch-block', number: 3, fields: { x: 20, text: '' } }
  expect(editSchema.parse(edit)).toEqual(edit)
})

it('fills in what is missing inside a field that a patch does name', () => {
  const read = editSchema.parse({ type: 'patch-block', number: 3, fields: { buttons: [{ id: 1, text: 'Yes' }] } })
  expect(read).toMatchObject({ fields: { buttons: [{ id: 1, text: 'Yes', action: 'text', line: 0 }] } })
})

it.each([
  ['a value of the wrong kind', { type: 'patch-block', number: 3, fields: { x: '20' } }, ['fields', 'x']],
  ['an unknown field', { type: 'patch-arrow', id: 3, fields: { colour: 'red' } }, ['fields']],
  ['a change of the number itself', { type: 'patch-block', number: 3, fields: { number: 4 } }, ['fields']],
])('refuses %s', (_what, edit, path) => {
  const { success, error } = editSchema.safeParse(edit)
  expect(success).toBe(false)
  expect(error?.issues[0]?.path).toEqual(path)
})

it('takes no prototype from a patch', () => {
  const read = editSchema.parse({ type: 'patch-settings', fields: JSON.parse('{"__proto__": {"name": "x"}}') })
  expect(read).toEqual({ type: 'patch-settings', fields: {} })
  expect('fields' in read && Object.getPrototypeOf(read.fields)).toBe(Object.prototype)
})
