import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { processorTime } from '../../house/src/processor-time.ts'
import { buttonColor, readFormattedText, safeHref, type FormattedNode } from './formatted-text.ts'

const formats = ['plain', 'markdown', 'html'] as const

describe('safeHref', () => {
  it.each(['https://example.com/a?b=1#c', 'http://10.0.0.1:8080', 'mailto:a@b.ru', 'tel:+79990000000', 'tg://resolve?domain=x'])(
    'lets %s through',
    (address) => {
      expect(safeHref(address)).toBe(address)
    },
  )

  it('takes a bare domain for https', () => {
    expect(safeHref(' example.com/path ')).toBe('https://example.com/path')
    expect(safeHref('салон.рф')).toBe('https://салон.рф')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/relative',
    'https://exa\u202Emple.com',
    '',
  ])('refuses %j', (address) => {
    expect(safeHref(address)).toBeUndefined()
  })
})

describe('markdown', () => {
  it.each([
    ['*bold* and _italic_', '<bold>bold</> and <italic>italic</>'],
    ['**bold**', '<bold>bold</>'],
    ['__under__ ~gone~ ||secret||', '<underline>under</> <strike>gone</> <spoiler>secret</>'],
    ['*bold _both_*', '<bold>bold <italic>both</></>'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\*not bold\\*', '*not bold*'],
    ['*never closed', '*never closed'],
    ['`a*b*c`', '<code>a*b*c</>'],
    ['```js\nlet a\n```', '<pre>let a\n</>'],
    ['[site](https://example.com)', '<link https://example.com>site</>'],
    ['[*bold* site](example.com)', '<link https://example.com><bold>bold</> site</>'],
    ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
    ['>one\n> two\nrest', '<quote>one\ntwo</>rest'],
    ['see https://example.com/a_b_c.', 'see <link https://example.com/a_b_c>https://example.com/a_b_c</>.'],
  ])('%j', (text, shown) => expect(show(readFormattedText(text, 'markdown'))).toBe(shown))
})

describe('html', () => {
  it.each([
    ['<b>a</b> <strong>b</strong> <i>c</i> <u>d</u> <s>e</s>', '<bold>a</> <bold>b</> <italic>c</> <underline>d</> <strike>e</>'],
    ['<a href="https://example.com?a=1&amp;b=2">x</a>', '<link https://example.com?a=1&b=2>x</>'],
    ["<a href='javascript:alert(1)'>x</a>", "<a href='javascript:alert(1)'>x</a>"],
    ['<a href="java&#10;script:alert(1)">x</a>', '<a href="java&#10;script:alert(1)">x</a>'],
    ['<span class="tg-spoiler">s</span>', '<spoiler>s</>'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['<b onclick="alert(1)">x</b>', '<bold>x</>'],
    ['<b><i>x</b>', '<bold><italic>x</></>'],
    ['</b>x', '</b>x'],
    ['<b>to the end', '<bold>to the end</>'],
    ['a &lt;b&gt; &amp; &#128077; &unknown; &#0;', 'a <b> & 👍 &unknown; &#0;'],
    ['one<br>two', 'one\ntwo'],
    ['1 < 2 & 3', '1 < 2 & 3'],
  ])('%j', (text, shown) => expect(show(readFormattedText(text, 'html'))).toBe(shown))
})

it('makes addresses in plain text links and leaves everything else alone', () => {
  expect(show(readFormattedText('*a* <b>x</b> (https://example.com/x), http://a.ru!', 'plain'))).toBe(
    '*a* <b>x</b> (<link https://example.com/x>https://example.com/x</>), <link http://a.ru>http://a.ru</>!',
  )
})

it('loses no character of plain text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plain(readFormattedText(text, 'plain'))).toBe(text)
    }),
  )
})

it('reads anything without throwing and links only to allowed addresses', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<a href="',
        'javascript:alert(1)',
        '">',
        '</a>',
        '<b>',
        '</b>',
        '[',
        '](',
        ')',
        '*',
        '_',
        '||',
        '`',
        '```',
        '\\',
        '&#x',
        '\n>',
        'https://',
      ),
      fc.string(),
    ),
  )
  fc.assert(
    fc.property(hostile, fc.constantFrom(...formats), (pieces, format) => {
      for (const href of hrefs(readFormattedText(pieces.join(''), format))) expect(safeHref(href)).toBe(href)
    }),
  )
})

it.each(formats)('reads 100,000 signs of nonsense at once: %s', (format) => {
  const took = processorTime(() => {
    for (const nonsense of ['*_~|', '<b>', '[', '`a``', '[x](', '&#', '<a href="', '>\n', '](', '``` `'])
      readFormattedText(nonsense.repeat(100_000 / nonsense.length), format)
  })
  expect(took).toBeLessThan(4000)
})

it('takes for a colour of a button only what is one', () => {
  expect(buttonColor('#FFee00')).toEqual({ background: '#FFee00', text: '#000000' })
  expect(buttonColor('primary')?.text).toBe('#ffffff')
  for (const other of ['red', '#fff', 'url(x)', '#00000g', '#000000;position:fixed', '', undefined])
    expect(buttonColor(other)).toBeUndefined()
})

function show(nodes: readonly FormattedNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text
      return `<${node.kind === 'mark' ? node.mark : `link ${node.href}`}>${show(node.children)}</>`
    })
    .join('')
}

const plain = (nodes: readonly FormattedNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : plain(node.children))).join('')

const hrefs = (nodes: readonly FormattedNode[]): string[] =>
  nodes.flatMap((node) => (node.kind === 'text' ? [] : [...(node.kind === 'link' ? [node.href] : []), ...hrefs(node.children)]))
