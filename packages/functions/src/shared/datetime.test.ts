import { describe, expect, it } from 'vitest'
import { call, testWorld } from '../../test/test-world.ts'

function convert(text: string, from: string, to: string, zone = 'Europe/Moscow', language: 'ru' | 'en' = 'ru'): unknown {
  return call('convert_datetime', [text, from, to], testWorld({ zone, language }))
}

describe('writing a moment', () => {
  it.each([
    ['%a %A', 'Вт Вторник'],
    ['%b %B', 'мар марта'],
    ['%w %j %U %W', '2 069 10 10'],
    ['%y %Y %m %d', '26 2026 03 10'],
    ['%H %I %p %M %S %f', '14 02 PM 05 09 250000'],
    ['%z %Z', '+0300 Europe/Moscow'],
    ['%s', '1773140709'],
    ['100%% sure %q %', '100% sure %q %'],
  ])('%s gives %s', (format, text) => {
    expect(call('get_datetime', [format], testWorld({ now: '2026-03-10T14:05:09.250+03:00' }))).toBe(text)
  })

  it('names days and months in the language of the project', () => {
    expect(convert('10.03.2026', '%d.%m.%Y', '%A %d %B, %a %b', 'UTC', 'en')).toBe('Tuesday 10 March, Tue Mar')
  })

  it('counts weeks from Sunday and from Monday', () => {
    expect(convert('01.01.2023', '%d.%m.%Y', '%U %W')).toBe('01 00')
    expect(convert('02.01.2023', '%d.%m.%Y', '%U %W')).toBe('01 01')
    expect(convert('31.12.2024', '%d.%m.%Y', '%U %W %j')).toBe('52 53 366')
  })

  it('writes midnight and noon by the twelve-hour clock', () => {
    expect(convert('00:30', '%H:%M', '%I:%M %p')).toBe('12:30 AM')
    expect(convert('12:30', '%H:%M', '%I:%M %p')).toBe('12:30 PM')
  })

  it('knows the offset of the second hour when clocks are put back', () => {
    const world = testWorld({ now: '2026-10-25T02:30:00+01:00', zone: 'Europe/Berlin' })
    expect(call('get_datetime', ['%H:%M %z %s'], world)).toBe(`02:30 +0100 ${Date.parse('2026-10-25T02:30:00+01:00') / 1000}`)
  })
})

describe('reading a moment', () => {
  it.each([
    ['9:05', '%H:%M', '01.01.1900 09:05:00'],
    ['1.2.2026', '%d.%m.%Y', '01.02.2026 00:00:00'],
    ['10 МАРТА 2026', '%d %B %Y', '10.03.2026 00:00:00'],
    ['10 March 2026', '%d %B %Y', '10.03.2026 00:00:00'],
    ['2:05 pm', '%I:%M %p', '01.01.1900 14:05:00'],
    ['12:05 AM', '%I:%M %p', '01.01.1900 00:05:00'],
    ['070', '%j', '11.03.1900 00:00:00'],
    ['69 68', '%y %S', 'none'],
    ['68', '%y', '01.01.2068 00:00:00'],
    ['69', '%y', '01.01.1969 00:00:00'],
    ['20260310', '%Y%m%d', '10.03.2026 00:00:00'],
    ['2026-03-10T11:05:00Z', '%Y-%m-%dT%H:%M:%S%z', '10.03.2026 14:05:00'],
    ['2026-03-10 16:35 +05:30', '%Y-%m-%d %H:%M %z', '10.03.2026 14:05:00'],
    ['10.03.2026 11:05 UTC', '%d.%m.%Y %H:%M %Z', '10.03.2026 14:05:00'],
    ['10.03.2026 14:05 Europe/Moscow', '%d.%m.%Y %H:%M %Z', '10.03.2026 14:05:00'],
    ['1773140700', '%s', '10.03.2026 14:05:00'],
    ['-1', '%s', '01.01.1970 02:59:59'],
    ['10.03.2026   14:05', '%d.%m.%Y %H:%M', '10.03.2026 14:05:00'],
  ])('%s by %s is %s', (text, format, moment) => {
    const read = () => convert(text, format, '%d.%m.%Y %H:%M:%S')
    if (moment === 'none') expect(read).toThrow()
    else expect(read()).toBe(moment)
  })

  it.each([
    ['30.02.2026', '%d.%m.%Y'],
    ['29.02', '%d.%m'],
    ['366 2025', '%j %Y'],
    ['10.03.2026 ', '%d.%m.%Y'],
    ['10.03.26', '%d.%m.%Y'],
    ['24:00', '%H:%M'],
    ['10.03.2026 14:05 MSK', '%d.%m.%Y %H:%M %Z'],
    ['tomorrow', '%d.%m.%Y'],
    ['', '%d'],
    ['0000', '%Y'],
    ['9999999999999', '%s'],
  ])('%s does not fit %s', (text, format) => {
    expect(() => convert(text, format, '%Y')).toThrow(expect.objectContaining({ code: 'no-answer' }))
  })

  it('meets the documented example, in a zone seven hours east', () => {
    expect(convert('06.01.2025 19:26:35.123456', '%d.%m.%Y %H:%M:%S.%f', '%s.%f', 'Asia/Novosibirsk')).toBe('1736166395.123456')
  })
})
