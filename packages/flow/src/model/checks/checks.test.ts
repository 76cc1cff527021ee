import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { processorTime } from '../../../../house/src/processor-time.ts'
import { applyEdits, blankArrow, blankBlock, blankProject, checkProject, checks, explainProblem, requestSchema } from '../index.ts'
import type { ApiRequest, Arrow, Block, Problem, Project, ProjectSettings, Targets } from '../index.ts'

interface Drawing {
  /** Blocks 1, 2, 3... The first is a start condition unless it says otherwise. */
  readonly blocks?: readonly Partial<Block>[]
  /** Arrows 1, 2, 3... */
  readonly arrows?: readonly (Partial<Arrow> & Pick<Arrow, 'from' | 'to'>)[]
  readonly settings?: Partial<ProjectSettings>
}

const greeting: Partial<Block> = { type: 'start', condition: 'start', text: 'Hello' }
const says = (text: string, more: Partial<Block> = {}): Partial<Block> => ({ text, ...more })
const script = (calculator: string): Drawing => ({ blocks: [{ ...greeting, calculator }] })
const now = { delay: { value: 0, unit: 'seconds' as const } }
const arrow = (fields: Partial<Arrow>): Drawing => ({ blocks: [greeting, says('Next')], arrows: [{ from: 1, to: 2, ...fields }] })
const pair = (one: Partial<Arrow>, two: Partial<Arrow>): Drawing => ({
  blocks: [greeting, says('A'), says('B')],
  arrows: [
    { from: 1, to: 2, ...one },
    { from: 1, to: 3, ...two },
  ],
})
const regex = (condition: string): Partial<Arrow> => ({ condition, matchType: 'regex' })
const block = (fields: Partial<Block>): Drawing => ({ blocks: [{ ...greeting, ...fields }] })
const request = (fields: Partial<ApiRequest>): Drawing =>
  block({ request: { ...requestSchema.parse({}), url: 'https://example.com/', ...fields } })
const two = (one: Partial<Block>, other: Partial<Block>): Drawing => ({
  blocks: [
    { ...greeting, ...one },
    { ...greeting, ...other },
  ],
})

/** What the project has beside its funnel. */
const targets = { lists: new Set([3]), states: new Set([7]), labels: new Set(['vip']), messengers: new Set(['telegram']) }
const longButton = { id: 1, text: 'x'.repeat(40), action: 'text', callback: '', url: '', line: 0, indexInLine: 0, color: '' } as const

/** For each check: drawings that it must find, and near misses in which it must find nothing. */
const cases: Readonly<Record<string, { finds: Readonly<Record<string, Drawing>>; passes: Readonly<Record<string, Drawing>> }>> = {
  'arrow-to-nothing': {
    finds: { 'an arrow to a deleted block': { blocks: [greeting], arrows: [{ from: 1, to: 9 }] } },
    passes: { 'a loop': { blocks: [greeting], arrows: [{ from: 1, to: 1 }] } },
  },
  'arrow-from-nothing': {
    finds: { 'an arrow from a deleted block': { blocks: [greeting], arrows: [{ from: 9, to: 1 }] } },
    passes: { 'an arrow between blocks': arrow({}) },
  },
  'no-entry': {
    finds: { 'states only': { blocks: [says('A', { type: 'state' })] } },
    passes: { 'a start condition': block({}), 'an empty project': {}, 'notes only': { blocks: [{ type: 'comment' }] } },
  },
  'unreachable-block': {
    finds: {
      'a block that nothing leads to': { blocks: [greeting, says('A')] },
      'a circle that nothing leads into': {
        blocks: [greeting, says('A'), says('B')],
        arrows: [
          { from: 2, to: 3 },
          { from: 3, to: 2 },
        ],
      },
    },
    passes: {
      'a block at the end of a chain': arrow({}),
      'a block that a script sends': { blocks: [{ ...greeting, calculator: "message(client_id, '', 2)" }, says('A')] },
      'a note': { blocks: [greeting, { type: 'comment', text: 'note' }] },
      'a block with a condition of its own': two({}, { type: 'nonstate_cond', condition: 'help' }),
    },
  },
  'unknown-block': {
    finds: { 'was_in_state of a deleted block': script('a = was_in_state(9)'), 'in a comparison': arrow({ compare: 'was_in_state(9)' }) },
    passes: {
      'was_in_state of a block that is there': script('a = was_in_state(1)'),
      'a number of something else': script('a = round(9.5, 9)'),
    },
  },
  'dead-arrow': {
    finds: {
      'an alternative that a higher arrow has': pair({ condition: 'yes;no', priority: 20 }, { condition: 'Yes' }),
      'an exact phrase below the same fuzzy one': pair({ condition: 'yes', priority: 20 }, { condition: 'yes', matchType: 'exact' }),
      'anything below a pattern that takes all': pair({ ...regex('.*'), priority: 20 }, { condition: 'yes' }),
      'an empty arrow below another': pair({ priority: 20 }, {}),
      'the same pattern twice': pair({ ...regex('^\\d+$'), priority: 20 }, regex('^\\d+$')),
      'a second unconditional way on': pair({ ...now, priority: 20 }, now),
    },
    passes: {
      'an alternative that is not shared': pair({ condition: 'yes;no', priority: 20 }, { condition: 'yes;maybe' }),
      'a higher arrow that goes once': pair({ condition: 'yes', priority: 20, once: true }, { condition: 'yes' }),
      'a higher arrow with a comparison': pair({ condition: 'yes', priority: 20, compare: '1 == 2' }, { condition: 'yes' }),
      'a higher arrow that ignores something': pair({ condition: 'yes', priority: 20, ignore: 'oh yes' }, { condition: 'yes' }),
      'a fuzzy phrase below the same exact one': pair({ condition: 'yes', matchType: 'exact', priority: 20 }, { condition: 'yes' }),
      'a timer beside an empty arrow': pair({}, { delay: { value: 10, unit: 'minutes' } }),
      'an empty arrow below a condition': pair({ condition: 'yes' }, {}),
      'a way on after a message that moves nobody': {
        blocks: [greeting, says('A', { type: 'nonstate' }), says('B')],
        arrows: [
          { from: 1, to: 2, ...now, priority: 20 },
          { from: 1, to: 3, ...now },
        ],
      },
    },
  },
  'equal-priority': {
    finds: {
      'identical conditions': pair({ condition: 'Yes' }, { condition: 'yes ' }),
      'two empty arrows': pair({}, { condition: '#{none}' }),
      'two unconditional ways on': pair(now, now),
    },
    passes: {
      'different priorities': pair({ condition: 'yes', priority: 20 }, { condition: 'yes' }),
      'different comparisons': pair({ condition: 'yes', compare: '1 == 1' }, { condition: 'yes', compare: '1 == 2' }),
      'two timers': pair({ delay: { value: 1, unit: 'hours' } }, { delay: { value: 2, unit: 'hours' } }),
      'if and else': pair({ ...now, compare: '1 == 1' }, now),
    },
  },
  'same-phrase': {
    finds: {
      'one phrase twice': two({}, { condition: 'help;START' }),
      'a fallback beside a fallback': two({ type: 'nonstate_cond', condition: '' }, { type: 'nonstate_cond', condition: '' }),
      'a quick answer behind a start condition': two({}, { type: 'nonstate_cond' }),
    },
    passes: {
      'different phrases': two({}, { condition: 'help' }),
      'one that answers once, then the other': two({ answerOnce: true }, {}),
      'different comparisons': two({ compare: '1 == 1' }, { compare: '1 == 2' }),
      'one for callbacks only': two({ callbackOnly: true }, {}),
    },
  },
  'zero-delay-cycle': {
    finds: {
      'a block that goes on to itself': { blocks: [greeting], arrows: [{ from: 1, to: 1, ...now }] },
      'two blocks that chase each other': {
        blocks: [greeting, says('A')],
        arrows: [
          { from: 1, to: 2, ...now },
          { from: 2, to: 1, ...now },
        ],
      },
      'a loop that the value of a variable may end': {
        blocks: [greeting],
        arrows: [{ from: 1, to: 1, ...now, condition: 'True', compare: 'again' }],
      },
      'a loop that a comparison may end': { blocks: [greeting], arrows: [{ from: 1, to: 1, ...now, compare: '1 < 2' }] },
    },
    passes: {
      'a circle that waits for the client': {
        blocks: [greeting, says('A')],
        arrows: [
          { from: 1, to: 2, ...now },
          { from: 2, to: 1 },
        ],
      },
      'a circle that waits for a time': { blocks: [greeting], arrows: [{ from: 1, to: 1, delay: { value: 1, unit: 'days' } }] },
      'a circle that is gone round once': { blocks: [greeting], arrows: [{ from: 1, to: 1, ...now, once: true }] },
    },
  },
  'greets-always': {
    finds: { 'an empty start condition': block({ condition: '' }), 'one that says #{none}': block({ condition: '#{NONE}' }) },
    passes: {
      'one that answers once': block({ condition: '', answerOnce: true }),
      'one with a comparison': block({ condition: '', compare: '1 == 1' }),
      'an empty quick answer': block({ type: 'nonstate_cond', condition: '' }),
      'a late one': block({ condition: '', tier: 'late' }),
    },
  },
  'data-without-variable': {
    finds: { 'data without a name': arrow({ collectsData: true }) },
    passes: { 'data with a name': arrow({ collectsData: true, variable: 'phone_number' }), 'no data': arrow({}) },
  },
  'bad-variable-name': {
    finds: {
      'two words': arrow({ collectsData: true, variable: 'my phone' }),
      'a digit first': arrow({ collectsData: true, variable: '1st' }),
      'a system variable': arrow({ collectsData: true, variable: 'question' }),
    },
    passes: {
      'a name': arrow({ collectsData: true, variable: 'телефон_1' }),
      'a client variable': arrow({ collectsData: true, variable: 'client.age' }),
    },
  },
  'data-with-delay': {
    finds: {
      'a delay': arrow({ collectsData: true, variable: 'a', ...now }),
      'a time': arrow({ collectsData: true, variable: 'a', time: '10:00' }),
    },
    passes: { none: arrow({ collectsData: true, variable: 'a' }) },
  },
  'waits-in-nonstate': {
    finds: {
      'an arrow without a delay': { blocks: [{ ...greeting, type: 'nonstate_cond' }, says('A')], arrows: [{ from: 1, to: 2 }] },
      data: {
        blocks: [{ ...greeting, type: 'nonstate_cond' }, says('A')],
        arrows: [{ from: 1, to: 2, collectsData: true, variable: 'a' }],
      },
    },
    passes: {
      'a timer': {
        blocks: [{ ...greeting, type: 'nonstate_cond' }, says('A')],
        arrows: [{ from: 1, to: 2, delay: { value: 1, unit: 'hours' } }],
      },
      'one that asks for the value of a variable, or whether an expression is true, and goes on at once': {
        blocks: [{ ...greeting, type: 'nonstate_cond' }, says('A')],
        arrows: [
          { from: 1, to: 2, ...now, condition: 'False', compare: 'booked' },
          { from: 1, to: 2, ...now, condition: 'True', compare: '1 < 2' },
        ],
      },
      'an arrow out of a state': arrow({}),
    },
  },
  'comment-with-arrows': {
    finds: { 'an arrow to a note': { blocks: [greeting, { type: 'comment', text: 'x' }], arrows: [{ from: 1, to: 2 }] } },
    passes: { 'a note alone': { blocks: [greeting, { type: 'comment', text: 'x' }] } },
  },
  'broken-button': {
    finds: {
      'no caption': block({ buttons: [button({ text: ' ' })] }),
      'a link to nowhere': block({ buttons: [button({ action: 'url' })] }),
      'a callback without its text': block({ buttons: [button({ action: 'callback' })] }),
    },
    passes: {
      'whole buttons': block({ buttons: [button({}), button({ id: 2, action: 'url', url: 'https://example.com' })] }),
      'a list that the code replaces': block({ buttons: [button({ text: '' })], buttonCode: '[]' }),
    },
  },
  'bad-button-code': {
    finds: { 'no JSON': block({ buttonCode: '[{"text": "Yes"' }), 'no list': block({ buttonCode: '{"text": "Yes"}' }) },
    passes: { 'a list': block({ buttonCode: '[{"text": "Yes"}]' }), 'a variable': block({ buttonCode: '#{attachments}' }) },
  },
  'button-without-caption': {
    finds: { 'no condition': arrow({ showAsButton: true }) },
    passes: { 'a condition': arrow({ showAsButton: true, condition: 'Yes' }) },
  },
  'action-not-run': {
    finds: { Python: block({ actions: [{ type: 'python', code: 'result = {}', off: false }] }) },
    passes: {
      'an action of another kind': block({ actions: [{ type: 'add-to-list', list: 3, off: false }] }),
      'one that is switched off': block({ actions: [{ type: 'python', code: 'result = {}', off: true }] }),
    },
  },
  'action-unknown-target': {
    finds: {
      'a deleted list': block({ actions: [{ type: 'add-to-list', list: 4, off: false }] }),
      'a deleted state': block({ actions: [{ type: 'move-to-state', state: 8, off: false }] }),
      'a renamed label': block({ actions: [{ type: 'remove-label', label: 'VIP', off: false }] }),
    },
    passes: {
      'what is there': block({
        actions: [
          { type: 'move-to-list', list: 3, off: false },
          { type: 'move-to-state', state: 7, off: false },
          { type: 'add-label', label: ' vip ', off: false },
        ],
      }),
      'an action that is switched off': block({ actions: [{ type: 'add-to-list', list: 4, off: true }] }),
      'an action without a target': block({ actions: [{ type: 'add-to-list', list: 0, off: false }] }),
    },
  },
  'action-without-target': {
    finds: {
      'no list': block({ actions: [{ type: 'add-to-list', list: 0, off: false }] }),
      'no label': block({ actions: [{ type: 'add-label', label: ' ', off: false }] }),
    },
    passes: { 'a state': block({ actions: [{ type: 'move-to-state', state: 7, off: false }] }) },
  },
  'bad-request': {
    finds: {
      'no address': request({ url: ' ' }),
      'no web address': request({ url: 'ftp://example.com' }),
      'a header that is none': request({ headers: [{ name: 'X Y', value: '1' }] }),
      'a body that is no JSON': request({ type: 'post_json', body: '{"a":' }),
      'half a saved value': request({ saved: [{ path: 'a|b', variable: '' }] }),
      'a system variable': request({ saved: [{ path: 'a', variable: 'client_id' }] }),
      'a webhook without a scheme': block({ webhook: 'example.com/hook' }),
    },
    passes: {
      'a whole one': request({ type: 'post_json', body: '{"a": 1}', saved: [{ path: 'a|0', variable: 'client.a' }] }),
      'an address that is known when it runs': request({ url: '#{address}/x' }),
      'a body with variables': request({ type: 'put', body: '{"a": #{n}}' }),
      'a text body': request({ type: 'patch', body: 'a=1', headers: [{ name: 'Content-Type', value: 'text/plain' }] }),
      'a webhook': block({ webhook: 'https://example.com/hook' }),
    },
  },
  'empty-attachment': {
    finds: { 'no address': block({ attachments: [{ url: '', name: '' }] }) },
    passes: { 'an address': block({ attachments: [{ url: 'https://example.com/a.png', name: '' }] }) },
  },
  'bad-moment': {
    finds: {
      'a time': arrow({ time: '25:00' }),
      'a time with seconds': arrow({ time: '10:00:00' }),
      'a date': arrow({ date: '31.02.2026' }),
    },
    passes: { both: arrow({ time: '9:30', date: '01.03.2026' }), variables: arrow({ time: '#{current_time}', date: '#{next_day}' }) },
  },
  'bad-delay': {
    finds: { 'a word': arrow({ delay: { value: 'soon', unit: 'hours' } }), nothing: arrow({ delay: { value: '', unit: 'hours' } }) },
    passes: {
      'a number': arrow({ delay: { value: '1.5', unit: 'hours' } }),
      'a variable': arrow({ delay: { value: '#{weekday}', unit: 'hours' } }),
    },
  },
  'bad-time-zone': {
    finds: { 'a town that is none': { settings: { timezone: 'Europe/Moskow' } }, 'an offset': { settings: { timezone: '+03:00' } } },
    passes: { 'a zone': { settings: { timezone: 'Asia/Yekaterinburg' } } },
  },
  'bad-setting-name': {
    finds: {
      'two words': { settings: { constants: [{ name: 'my shop', value: '1' }] } },
      'one name twice': {
        settings: {
          variables: [
            { name: 'a', value: '1' },
            { name: 'a', value: '2' },
          ],
        },
      },
    },
    passes: { names: { settings: { constants: [{ name: 'shop', value: '1' }], variables: [{ name: 'shop', value: '1' }] } } },
  },
  'dead-end': {
    finds: { 'a state without arrows': arrow({}) },
    passes: { 'a closed deal': { blocks: [greeting, says('A', { type: 'close_order' })], arrows: [{ from: 1, to: 2 }] } },
  },
  'idle-block': {
    finds: { 'an empty block': block({ text: '' }) },
    passes: { 'one that is silent on purpose': block({ text: '#{none}' }), 'one that computes': block({ text: '', calculator: 'a = 1' }) },
  },
  'vague-callback': {
    finds: {
      'a link': arrow({ condition: 'link_was_pressed https://example.com' }),
      'a block': block({ condition: 'attachment_message' }),
    },
    passes: {
      'compared in full': arrow({ condition: 'attachment_message', matchType: 'exact' }),
      'a word of a person': arrow({ condition: 'link' }),
    },
  },
  'never-matches': {
    finds: { 'separators only': arrow({ condition: ' ; ' }), 'keywords without a word': arrow({ condition: '?', matchType: 'keywords' }) },
    passes: {
      'nothing at all': arrow({ condition: '' }),
      'a question mark in full': arrow({ condition: '?', matchType: 'exact' }),
      'a variable': arrow({ condition: '#{question}' }),
    },
  },
  'invalid-pattern': {
    finds: { 'an open bracket': arrow(regex('(a')), 'look-ahead': arrow(regex('a(?=b)')), 'a semicolon inside': arrow(regex('[;]')) },
    passes: {
      'a pattern': arrow(regex('^\\d{1,3}$')),
      'a variable': arrow(regex('(#{question}')),
      'brackets in a phrase': arrow({ condition: '(a' }),
    },
  },
  'unknown-function': {
    finds: {
      'in a script': script('a = lenn("x")'),
      'in a message': block({ text: '#{lenn("x")}' }),
      'in a comparison': arrow({ compare: 'lenn("x") > 1' }),
    },
    passes: { 'an alias': script("a = add_days('01.01.2026', 1)") },
  },
  'argument-count': {
    finds: { 'too few': script('a = round()'), 'too many': script('a = lower("x", 2)') },
    passes: { 'optional ones left out': script('a = round(2.5)') },
  },
  'comparison-error': {
    finds: { 'one equals sign': arrow({ compare: 'weekday = 1' }), 'half an expression': block({ compare: 'weekday >' }) },
    passes: { 'a comparison': arrow({ compare: 'weekday > 1 and weekday != 7' }) },
  },
  'script-error': {
    finds: { 'an impossible name': script('1a = 5'), 'a system variable': script('question = 5'), 'a quote left open': script('a = "x') },
    passes: { 'a script': script('a = 5\nb = a + 1') },
  },
  'bad-substitution': {
    finds: { 'half an expression in a message': block({ text: 'It is #{2 +}' }) },
    passes: { 'an expression': block({ text: 'It is #{2 + 2}' }), 'a hash': block({ text: '#1 {x}' }) },
  },
  'plain-text': {
    finds: { 'words without quotes': script('a = Two words') },
    passes: { 'words in quotes': script('a = "Two words"') },
  },
  'unknown-variable': {
    finds: {
      'in a message': block({ text: 'Hello, #{nmae}' }),
      'in a comparison': arrow({ compare: 'total > 5' }),
      'in arithmetic': script('a = total + 1'),
      'in a reply of the project': { blocks: [greeting], settings: { unknownAnswer: '#{total}' } },
    },
    passes: {
      'a built-in': block({ text: '#{name} #{current_date}' }),
      'a service variable': block({ text: '#{phone}' }),
      'what an arrow collects': {
        blocks: [greeting, says('#{age}')],
        arrows: [{ from: 1, to: 2, collectsData: true, variable: 'client.age' }],
      },
      'what another block writes': { blocks: [{ ...greeting, calculator: 'total = 5' }, says('#{total}')], arrows: [{ from: 1, to: 2 }] },
      'a constant': { blocks: [says('#{shop}', greeting), says('#{shop}')], settings: { constants: [{ name: 'shop', value: '1' }] } },
      'what a function writes': block({ calculator: "set_client_var(client_id, 'city', 'Omsk')", text: '#{city}' }),
      'what several at once write': block({ calculator: "set_client_vars(client_id, {'city': 'Omsk'})", text: '#{city}' }),
      'what unpack_list spreads': block({ calculator: "unpack_list(['a'], 'colour')", text: '#{colour1}' }),
      'a name that was put together': block({ calculator: 'n = 1\nanswer_#{n} = 5', text: '#{answer_1}' }),
    },
  },
  'messenger-limit': {
    finds: {
      'a caption that is too long': block({ text: 'Choose', buttons: [longButton] }),
      'buttons beside two files': block({
        text: 'Choose',
        buttons: [{ ...longButton, text: 'A' }],
        attachments: [
          { url: 'https://example.org/a.png', name: '' },
          { url: 'https://example.org/b.png', name: '' },
        ],
      }),
      'a question for the phone beside an inline button': block({
        text: 'Choose',
        buttonKind: 'inline',
        buttons: [
          { ...longButton, text: 'My phone', action: 'phone' },
          { ...longButton, text: 'A' },
        ],
      }),
      'the same in code': block({
        text: 'Choose',
        buttonCode: '[{"type":"location","text":"Here"},{"type":"inline","text":"A","callback":"a"}]',
      }),
      'a formatted text beyond one message': block({ text: 'a'.repeat(5000), format: 'html' }),
    },
    passes: {
      'a short button': block({ text: 'Choose', buttons: [{ ...longButton, text: 'A' }] }),
    },
  },
  'name-as-text': {
    finds: { 'a lone name': script('a = promo'), 'an element': script('a = [red, green]') },
    passes: { 'a variable': script('b = 1\na = b') },
  },
}

describe.each(checks.map(({ code }) => code))('%s', (code) => {
  const { finds = {}, passes = {} } = cases[code] ?? {}

  it.each(Object.entries(finds))('finds %s', (_what, drawing) => {
    expect(codesIn(drawing, targets)).toContain(code)
  })

  it.each(Object.entries(passes))('passes %s', (_what, drawing) => {
    expect(codesIn(drawing)).not.toContain(code)
  })

  it('has drawings that it finds and drawings that it passes', () => {
    expect(Object.keys(finds).length * Object.keys(passes).length).toBeGreaterThan(0)
  })

  it('explains itself in both languages, with every fact filled in', () => {
    for (const problem of Object.values(finds).flatMap((drawing) =>
      checkProject(project(drawing), { targets }).filter((found) => found.code === code),
    )) {
      for (const language of ['ru', 'en'] as const) {
        const { message, why, fixTitle } = explainProblem(problem, language)
        expect(`${message} ${why} ${fixTitle ?? ''}`).not.toMatch(/undefined|\[object/)
        expect(message).toMatch(/\.$|\?$/)
        if (language === 'ru') expect(`${message}${why}`).toMatch(/[а-я]/)
        expect(fixTitle === undefined).toBe(problem.fix === undefined)
      }
    }
  })

  it('offers only fixes that work', () => {
    for (const drawing of Object.values(finds)) {
      const drawn = project(drawing)
      const problem = checkProject(drawn).find((found) => found.code === code && found.fix)
      if (!problem?.fix) continue
      const mended = applyEdits(drawn, problem.fix).project
      expect(count(checkProject(mended), code)).toBeLessThan(count(checkProject(drawn), code))
    }
  })
})

describe('checkProject', () => {
  it('lists every check file, under its own name', () => {
    const files = readdirSync(new URL('./rules/', import.meta.url)).filter((file) => file !== 'all.ts')
    expect(checks.map(({ code }) => `${code}.ts`).toSorted()).toEqual(files.toSorted())
  })

  it('finds nothing wrong with a small whole funnel', () => {
    const drawing: Drawing = {
      blocks: [
        greeting,
        says('How old are you?'),
        says('Thank you, #{age}', { type: 'close_order' }),
        says('A number, please', { type: 'nonstate' }),
      ],
      arrows: [
        { from: 1, to: 2, ...now },
        { from: 2, to: 3, ...regex('^\\d{1,3}$'), collectsData: true, variable: 'age' },
        { from: 2, to: 4 },
      ],
    }
    expect(codesIn(drawing)).toEqual([])
  })

  it('puts errors first, and names the place of each in its text', () => {
    const [first, ...rest] = checkProject(project(script('a = 1\nb = lenn("x")\nc = promo')))
    expect(first).toMatchObject({ code: 'unknown-function', severity: 'error', place: { block: 1, field: 'calculator', from: 10, to: 14 } })
    expect(first?.facts).toMatchObject({ name: 'lenn', suggestion: 'len' })
    expect(rest.at(-1)?.severity).toBe('hint')
  })

  it('changes a mistyped function by its fix', () => {
    const drawn = project(script('b = lenn("x")'))
    const { project: mended } = applyEdits(drawn, [...(checkProject(drawn)[0]?.fix ?? [])])
    expect(mended.blocks[0]?.calculator).toBe('b = len("x")')
  })

  it('says only perhaps where a script makes variables under names known while it runs', () => {
    const [found] = checkProject(project(block({ calculator: 'set_client_var(client_id, name, 1)', text: '#{city}' }))).filter(
      ({ code }) => code === 'unknown-variable',
    )
    expect(found?.severity).toBe('hint')
  })

  it('says nothing of what actions name where nobody knows the lists of the project', () => {
    expect(codesIn(block({ actions: [{ type: 'add-to-list', list: 99, off: false }] }))).not.toContain('action-unknown-target')
  })

  it('takes another library when told to', () => {
    expect(checkProject(project(script('a = len("x")')), { signatures: new Map() }).map(({ code }) => code)).toContain('unknown-function')
  })

  it('survives names like __proto__', () => {
    expect(() =>
      checkProject(project(block({ calculator: '__proto__ = 1\nconstructor = 2\na = toString', text: '#{constructor}' }))),
    ).not.toThrow()
  })

  it('looks after one edit in 5,000 blocks only at what changed', () => {
    const blocks = Array.from({ length: 5000 }, (_, at): Partial<Block> => ({
      ...(at % 10 ? {} : { type: 'start', condition: `phrase ${at}` }),
      text: `Text ${at} #{total}`,
      calculator: at % 2 ? 'qty = 2\ntotal = qty * 5' : '',
    }))
    const arrows = blocks.map((_, at) => ({ from: at + 1, to: ((at * 7) % 5000) + 1, condition: `answer ${at}` }))
    const drawn = project({ blocks, arrows })
    const cold = processorTime(() => checkProject(drawn))
    const edited = applyEdits(drawn, [{ type: 'patch-block', number: 5, fields: { text: 'x' } }]).project
    const warm = processorTime(() => checkProject(edited), 3)
    expect(warm).toBeLessThan(cold / 2)
  })
})

function project({ blocks = [], arrows = [], settings = {} }: Drawing): Project {
  return {
    ...blankProject(),
    blocks: blocks.map((fields, at) => blankBlock(at + 1, fields)),
    arrows: arrows.map(({ from, to, ...fields }, at) => blankArrow(at + 1, from, to, fields)),
    settings: { ...blankProject().settings, ...settings },
  }
}

function button(fields: Partial<Block['buttons'][number]>): Block['buttons'][number] {
  return { id: 1, text: 'Yes', action: 'text', callback: '', url: '', line: 0, indexInLine: 0, color: '', ...fields }
}

function codesIn(drawing: Drawing, known?: Targets): string[] {
  return checkProject(project(drawing), { targets: known }).map(({ code }) => code)
}

function count(problems: readonly Problem[], code: string): number {
  return problems.filter((problem) => problem.code === code).length
}
