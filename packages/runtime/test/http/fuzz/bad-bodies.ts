/** Bodies that no honest program sends, and what they say of themselves. */
export interface BadBody {
  readonly what: string
  readonly body: string | Uint8Array
  readonly type: string
}

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data; boundary=x'
const levels = 20_000

export const badBodies: readonly BadBody[] = [
  { what: 'broken JSON', body: '{"name": ', type: json },
  { what: 'JSON nested without end', body: '['.repeat(levels) + ']'.repeat(levels), type: json },
  { what: 'XML', body: '<name/>', type: 'application/xml' },
  { what: 'a long text', body: JSON.stringify({ name: 'x'.repeat(300_000), text: 'x' }), type: json },
  { what: 'many fields', body: JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`f${n}`, n]))), type: json },
  { what: 'more than 1 MB', body: JSON.stringify({ name: 'x'.repeat(1_100_000) }), type: json },
  { what: 'numbers beyond all', body: '{"client_id": 1e999, "order_id": -0, "id": 12345678901234567890}', type: json },
  { what: 'keys of objects themselves', body: '{"__proto__": {"x": 1}, "constructor": {"prototype": 1}}', type: json },
  { what: 'half a character', body: '{"name": "\\ud800", "message": "\\u0000"}', type: json },
  { what: 'bytes that are no text', body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), type: json },
  { what: 'a form of broken escapes', body: 'name=%E0%A4%A&phone=%&=&&x', type: form },
  { what: 'a form nested without end', body: `a${'[b]'.repeat(3000)}=1&a[b]=2&a=3&a[]=4`, type: form },
  { what: 'a form of many fields', body: Array.from({ length: 30_000 }, (_, n) => `f${n}=1`).join('&'), type: form },
  { what: 'a form without a boundary', body: 'name=1', type: 'multipart/form-data' },
  { what: 'a form that is cut', body: '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nhel', type: multipart },
  { what: 'a form of headers alone', body: `--x\r\n${'A: b\r\n'.repeat(2000)}\r\n--x--`, type: multipart },
]
