import { describe, expect, it } from 'vitest'
import { fileContent } from './file-content.ts'
import { fileName, fileUrl } from './file-name.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describe('fileContent', () => {
  it.each([
    ['a picture', png, 'image/png', 'image'],
    ['a photo', bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01'), 'image/jpeg', 'image'],
    ['a sound', bytes('OggS\x00\x02' + '\x00'.repeat(22) + 'OpusHead'), 'audio/ogg', 'audio'],
    ['a song behind a long tag', bytes('ID3\x03\x00\x00\x7f\x7f\x7f\x7f'), 'audio/mpeg', 'audio'],
    ['a film', bytes('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom'), 'video/mp4', 'video'],
    ['a document', bytes('%PDF-1.7'), 'application/pdf', 'file'],
    [
      'a picture of lines, which may hold scripts',
      bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'application/octet-stream',
      'file',
    ],
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), 'application/octet-stream', 'file'],
    ['a program', bytes('MZ\x90\x00'), 'application/x-msdownload', 'file'],
    ['nothing', bytes(''), 'application/octet-stream', 'file'],
  ])('knows %s by its content', async (_what, head, type, kind) => {
    expect(await fileContent(head)).toMatchObject({ type, kind })
  })
})

describe('fileName', () => {
  const picture = { type: 'image/png', kind: 'image', ending: 'png' } as const
  const other = { type: 'application/octet-stream', kind: 'file', ending: '' } as const
  it.each([
    ['Отчёт за март.pdf', other, 'Отчёт за март.pdf'],
    ['../../etc/passwd', other, '_.._etc_passwd'],
    ['C:\\temp\\a<b>.txt', other, 'C__temp_a_b_.txt'],
    ['two\r\nlines.txt', other, 'twolines.txt'],
    ['invoice\u202Egpj.exe', other, 'invoicegpj.exe'],
    ['  .. ', other, 'file'],
    ['photo', picture, 'photo.png'],
    ['photo.jpg', picture, 'photo.jpg'],
    ['virus.png', other, 'virus.png.bin'],
  ])('%j becomes %j', (sent, content, name) => {
    expect(fileName(sent, content)).toBe(name)
  })

  it('keeps the ending of a long name', () => {
    const name = fileName(`${'😀'.repeat(300)}.png`, picture)
    expect([name.length <= 200, name.endsWith('.png'), !/\p{Surrogate}/u.test(name)]).toEqual([true, true, true])
  })
})

it('writes addresses that no link syntax ends early', () => {
  expect(fileUrl('ab', "a (1)'*!.png")).toBe('/files/ab/a%20%281%29%27%2A%21.png')
})
