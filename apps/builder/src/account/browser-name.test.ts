import { expect, it } from 'vitest'
import { browserName } from './browser-name.ts'

it('names browser and system', () => {
  expect(browserName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36')).toBe(
    'Chrome, Linux',
  )
  expect(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe(
    'Edge, Windows',
  )
  expect(
    browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'),
  ).toBe('Safari, iPhone')
  expect(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Linux')
})

it('shows what it does not know as it is, not all of it', () => {
  expect(browserName('curl/8.5.0')).toBe('curl/8.5.0')
  expect(browserName('x'.repeat(500))).toHaveLength(60)
  expect(browserName('')).toBe('—')
})
