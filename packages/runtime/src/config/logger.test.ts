import { describe, expect, it } from 'vitest'
import { createLogger, redacted } from './logger.ts'

const logged = (form: 'pretty' | 'json', write: (log: ReturnType<typeof createLogger>) => void): string => {
  let text = ''
  write(createLogger({ log: form, logLevel: 'info' }, { write: (line) => (text += line) }))
  return text
}

describe('the log', () => {
  it('is one JSON object a line for programs', () => {
    const text = logged('json', (log) => log.warn({ status: 404 }, 'refused'))
    expect(JSON.parse(text)).toMatchObject({ level: 'warn', status: 404, msg: 'refused', time: expect.stringMatching(/Z$/) })
  })

  it('is one line for people, whatever stands in it', () => {
    const text = logged('pretty', (log) => log.warn({ path: '/a\n12:00:00 error  forged' }, 'one\r\ntwo\u001b[31m'))
    expect(text).toMatch(/^\d\d:\d\d:\d\d warn {2}one {2}two \[31m {2}path="\/a\\n12:00:00 error {2}forged"\n$/)
  })

  it('shows where an error came from', () => {
    expect(logged('pretty', (log) => log.error({ err: new Error('boom') }, 'failed'))).toMatch(/failed .*\nError: boom\n {4}at /)
  })

  it.each([
    ['/chat/a/events?visitor=abc123&x=1', '/chat/a/events?visitor=[hidden]&x=1'],
    ['{"token":"abc","name":"Anna"}', '{"token":"[hidden]","name":"Anna"}'],
    ['{"msg":"body was {\\"password\\":\\"p\\"}"}', '{"msg":"body was {\\"password\\":\\"[hidden]\\"}"}'],
    ['Authorization: Bearer a.b-c', 'Authorization: Bearer [hidden]'],
    ['/x?monkey=1', '/x?monkey=1'],
    ['/api/vk_0123456789abcdefghijklmnop-_x/orders', '/api/[hidden]/orders'],
    ['/x?k=a%20vk_0123456789abcdefghijklmnop', '/x?k=a%20[hidden]'],
    ['/api/0123456789abcdef0123456789abcdef0123456789abcdef/get_clients', '/api/[hidden]/get_clients'],
    ['{"path":"/api/a-legacy-key-of-some-form_1"}', '{"path":"/api/[hidden]"}'],
    ['/api/projects/1/orders?page=2', '/api/projects/1/orders?page=2'],
  ])('hides secrets: %s', (line, hidden) => {
    expect(redacted(line)).toBe(hidden)
  })
})
