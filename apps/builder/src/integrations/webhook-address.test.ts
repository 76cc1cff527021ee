import { expect, it } from 'vitest'
import { webhookAddress } from './webhook-address.ts'

const wanted = { origin: 'https://bot.example', key: 'abc', by: 'phone', path: '', message: '' } as const

it('names where the client stands', () => {
  expect(webhookAddress(wanted)).toBe('https://bot.example/api/abc/callback')
  expect(webhookAddress({ ...wanted, path: ' tel ', message: 'paid' })).toBe(
    'https://bot.example/api/abc/callback?message=paid&value_phone=tel',
  )
  expect(webhookAddress({ ...wanted, by: 'client_id', path: 'data.id' })).toBe(
    'https://bot.example/api/abc/callback?delimiter=.&delimiter_value_client_id=data.id',
  )
})
