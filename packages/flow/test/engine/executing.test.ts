/** Builder-and-runtime, sections 5, 9, 11 and 12: what happens in a block, by itself, and when nothing matched. */
import { describe, expect, it } from 'vitest'
import { flowOf, Talk } from './flow-builder.ts'

const exact = (condition: string) => ({ condition, matchType: 'exact' as const })
const atOnce = { delay: { value: 0 } } as const

describe('section 5, the order inside a block', () => {
  it('position, calculator, buttons, text, planning: each sees what was before', () => {
    const flow = flowOf(
      {
        1: {},
        2: {
          calculator: 'where = message_id\nbeen = was_in_state(2)\nn = delete_pended_messages()\nlabel = "Да"',
          buttons: [{ id: 1, text: '#{label}' }],
          text: '#{where} #{been} #{n}',
        },
      },
      [
        [1, 2, { ...exact('да'), cancelTimers: false }],
        [1, 2, { delay: { value: 1, unit: 'days' }, cancelIfLeft: true }],
        [1, 2, { delay: { value: 1, unit: 'days' } }],
        [2, 1, { delay: { value: 1, unit: 'hours' } }],
      ],
    )
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('да'), 'the entry of the block he left was gone before the script').toEqual(['2 True 1'])
    expect(talk.effects('say')[0]?.message.buttons).toMatchObject([{ text: 'Да' }])
    expect(talk.planned(), 'planned after the script cancelled').toEqual([4])
    expect(talk.turn?.trace.entries.map(({ type }) => type)).toEqual([
      'examined',
      'entered',
      'cancelled',
      // What a script does to the dialogue stands before its lines.
      'cancelled',
      'line',
      'line',
      'line',
      'line',
      'said',
      'planned',
    ])
  })

  it('an error in one line leaves the next lines running, and the log names it', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', calculator: 'a = 1 / 0\nb = 2', text: '#{b}' } }))
    expect(talk.text('x')).toEqual(['2'])
    expect(talk.trace('line')).toMatchObject([
      { block: 1, line: 1, target: 'a', diagnostic: { code: 'division-by-zero' } },
      { block: 1, line: 2, target: 'b', value: '2' },
    ])
    expect(talk.effects('log')).toMatchObject([{ level: 'error', code: 'division-by-zero', block: 1, facts: { line: '1' } }])
  })

  it('an error inside #{} of a text leaves that place empty, and the trace tells', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', text: '[#{1 / 0}]' } }))
    expect(talk.text('x')).toEqual(['[]'])
    expect(talk.trace('problem')).toMatchObject([{ code: 'division-by-zero', block: 1 }])
  })

  it('cuts long values in the trace only', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', calculator: `x = "${'я'.repeat(5000)}"` } }))
    talk.text('x')
    expect(talk.trace('line')[0]?.value).toHaveLength(1001)
    expect(talk.order('x')).toHaveLength(5000)
  })

  it('a block without text still runs', () => {
    const flow = flowOf({
      1: { type: 'start', text: ' #{None} ', calculator: 'x = 1' },
      2: { type: 'start', priority: 20, callbackOnly: true, text: '#{y}', calculator: 'x = 2' },
    })
    const talk = new Talk(flow)
    expect(talk.text('да')).toEqual([])
    expect([talk.order('x'), talk.trace('said-nothing')[0]?.why]).toEqual([1, 'none'])
    talk.callback('да', { pressed: true })
    expect([talk.order('x'), talk.trace('said-nothing')[0]?.why], 'a text that comes out empty').toEqual([2, 'empty'])
  })

  it('a type without conditions ignores the condition that it kept', () => {
    const talk = new Talk(flowOf({ 1: { type: 'state', ...exact('да'), text: 'no' }, 2: { type: 'nonstate', ...exact('да'), text: 'no' } }))
    expect(talk.text('да')).toEqual([])
  })
})

describe('section 3, Close deal', () => {
  it('says its text with the variables, hands them over and empties the order', () => {
    const flow = flowOf(
      {
        1: { type: 'start', text: 'ok', calculator: 'total = 25\nclient.phone = "7978"' },
        2: { type: 'close_order', text: 'Заказ на #{total}' },
      },
      [[1, 2, exact('да')]],
    )
    const talk = new Talk(flow)
    talk.text('начать')
    talk.session = { ...talk.session, order: 12 }
    talk.flow = new Talk(flowOf({ 1: {}, 2: { type: 'close_order', text: 'Заказ на #{total}' } }, [[1, 2, exact('да')]])).flow
    expect(talk.text('да')).toEqual(['Заказ на 25'])
    expect(talk.effects('close-order')).toEqual([{ type: 'close-order', order: 12, variables: new Map([['total', 25]]) }])
    expect(talk.session).toMatchObject({ position: 2, order: null })
    expect([talk.order('total'), talk.client('phone')]).toEqual([null, '7978'])
  })

  it('has nothing to close when nothing was collected', () => {
    const talk = new Talk(flowOf({ 1: { type: 'close_order', text: 'ok' } }))
    expect(talk.send(1)).toEqual(['ok'])
    expect(talk.effects('close-order')).toEqual([])
  })
})

describe('section 11, automatic transitions', () => {
  it('act as if and else-if: the first that moves the client cancels the others', () => {
    const flow = flowOf({ 1: {}, 2: { text: 'two' }, 3: { text: 'three' }, 4: { text: 'four' } }, [
      [1, 4, atOnce],
      [1, 2, { ...atOnce, compare: 'x == 2' }],
      [1, 3, { ...atOnce, compare: 'x == 3', priority: 20 }],
    ])
    const branch = (x: number): string[] => {
      const talk = new Talk(flow)
      talk.session = { ...talk.session, variables: { order: new Map([['x', x]]), client: new Map() } }
      return talk.send(1)
    }
    expect([2, 3, 7].map(branch)).toEqual([['two'], ['three'], ['four']])
  })

  it('all run when "cancel timer messages" is off, and the last one decides the position', () => {
    const off = { ...atOnce, cancelTimers: false } as const
    const flow = flowOf({ 1: {}, 2: { text: 'two' }, 3: { text: 'three' }, 4: { text: 'four' } }, [
      [1, 3, off],
      [1, 2, { ...off, priority: 20 }],
      [2, 4, off],
    ])
    const talk = new Talk(flow)
    expect(talk.send(1)).toEqual(['two', 'four', 'three'])
    expect(talk.session.position).toBe(3)
    expect(talk.session.pending).toEqual([])
  })

  it('a chain that begins behind one of them ends before the next, and does not cancel it', () => {
    const off = { ...atOnce, cancelTimers: false } as const
    const flow = flowOf({ 1: {}, 2: { text: 'two' }, 3: { text: 'three' }, 4: { text: 'four' }, 5: { text: 'never' } }, [
      [1, 2, off],
      [1, 3, off],
      [2, 4, atOnce],
      [2, 5, atOnce],
      [2, 5, { delay: { value: 1, unit: 'days' } }],
      [4, 5, { delay: { value: 1, unit: 'days' } }],
    ])
    const talk = new Talk(flow)
    expect(talk.send(1)).toEqual(['two', 'four', 'three'])
    expect(talk.planned()).toEqual([6])
  })

  it('leaving the block cancels those that depend on having stayed', () => {
    const off = { ...atOnce, cancelTimers: false } as const
    const talk = new Talk(
      flowOf({ 1: {}, 2: { text: 'two' }, 3: { text: 'three' } }, [
        [1, 2, off],
        [1, 3, { ...off, cancelIfLeft: true }],
      ]),
    )
    expect(talk.send(1)).toEqual(['two'])
    expect(talk.effects('cancel'), 'nothing was stored').toEqual([])
  })

  it('end when a script deletes what is planned', () => {
    const off = { ...atOnce, cancelTimers: false } as const
    const talk = new Talk(
      flowOf({ 1: {}, 2: { text: 'two', calculator: 'delete_pended_messages()' }, 3: { text: 'three' } }, [
        [1, 2, off],
        [1, 3, off],
      ]),
    )
    expect(talk.send(1)).toEqual(['two'])
  })

  it('send several blocks after each other from one event', () => {
    const talk = new Talk(
      flowOf({ 1: { type: 'start', text: 'reply' }, 2: { text: 'inline' }, 3: { type: 'nonstate', text: 'aside' } }, [
        [1, 2, atOnce],
        [2, 3, atOnce],
      ]),
    )
    expect(talk.text('x')).toEqual(['reply', 'inline', 'aside'])
    expect(talk.trace('entered').map(({ block, by, position }) => [block, by, position])).toEqual([
      [1, 'own-condition', 1],
      [2, 'automatic', 2],
      [3, 'automatic', 2],
    ])
  })

  it('take a delay from a variable, too', () => {
    const talk = new Talk(
      flowOf({ 1: { calculator: 'wait = 0' }, 2: { text: 'two' } }, [[1, 2, { delay: { value: '#{wait}', unit: 'hours' } }]]),
    )
    expect(talk.send(1)).toEqual(['two'])
  })

  it('stop at 50 with an error, and the client stays in the last block', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', calculator: 'n = if(n == None, 1, n + 1)' } }, [[1, 1, atOnce]]))
    talk.text('go')
    expect(talk.order('n'), 'the block itself and 50 more').toBe(51)
    expect(talk.trace('limit')).toEqual([{ type: 'limit', limit: 'transitions', block: 1 }])
    expect(talk.effects('log')).toMatchObject([{ level: 'error', code: 'limit-transitions', block: 1 }])
    expect(talk.session.position).toBe(1)
  })

  it('no client executes more than 200 blocks a minute, over all causes', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', text: 'x' }, 2: {} }, [[1, 2, { delay: { value: 1, unit: 'days' }, once: true }]]))
    for (let count = 0; count < 200; count++) expect(talk.text('go')).toEqual(['x'])
    expect(talk.text('go')).toEqual([])
    expect(talk.trace('limit')).toEqual([{ type: 'limit', limit: 'blocks-per-minute', block: 1 }])
    talk.now += 60_000
    expect(talk.text('go')).toEqual(['x'])
  })

  it('go once holds for them as well', () => {
    const talk = new Talk(flowOf({ 1: { text: 'one' }, 2: { text: 'two' } }, [[1, 2, { ...atOnce, once: true }]]))
    expect([talk.send(1), talk.send(1)]).toEqual([['one', 'two'], ['one']])
  })
})

describe('section 9, nothing matched', () => {
  const texts = { firstMessage: 'Здравствуйте!', unknownAnswer: 'Не понимаю' }

  it('answers the very first message with its own text, once', () => {
    const talk = new Talk(flowOf({}), texts)
    expect([talk.text('а'), talk.text('б')]).toEqual([['Здравствуйте!'], ['Не понимаю']])
    expect(talk.effects('say')[0]?.message.block).toBeNull()
    expect(talk.session.position).toBeNull()
  })

  it('not when an earlier message was understood, and not to attachments or callbacks', () => {
    const talk = new Talk(flowOf({ 1: { type: 'nonstate_cond', ...exact('да') } }), texts)
    talk.text('да')
    expect(talk.text('б')).toEqual(['Не понимаю'])
    expect(talk.happen({ kind: 'attachment', urls: ['u'], caption: '' })).toEqual([])
    expect(talk.session.waiting).toBe(true)
    expect(talk.callback('x', { pressed: true })).toEqual([])
  })

  it('falls back to the unknown-answer text when there is no other, and may be silent', () => {
    expect(new Talk(flowOf({}), { unknownAnswer: 'Не понимаю' }).text('а')).toEqual(['Не понимаю'])
    expect(new Talk(flowOf({}), { firstMessage: '#{none}' }).text('а')).toEqual([])
  })
})

describe('section 12.2, subject and question', () => {
  it('question is set before matching', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', compare: 'question == "да"', text: '#{question}' } }))
    expect([talk.text('нет'), talk.text('да')]).toEqual([[], ['да']])
  })

  it('an attachment is heard by attachment_message, with a caption by both', () => {
    const talk = new Talk(
      flowOf({
        1: { type: 'start', ...exact('attachment_message'), text: '#{attachment_url} #{attachments}' },
        2: { type: 'start', ...exact('вот'), priority: 20, text: 'caption' },
      }),
    )
    const attach = (caption: string): string[] => talk.happen({ kind: 'attachment', urls: ['u1', 'u2'], caption })
    expect([attach(''), attach('фото'), attach('вот')]).toEqual([['u1 ["u1","u2"]'], ['u1 ["u1","u2"]'], ['caption']])
    talk.text('дальше')
    expect(talk.session.attachments, 'of the latest message').toEqual([])
  })

  it('a broadcast to somebody who left, and anything to somebody blocked, is skipped', () => {
    const talk = new Talk(flowOf({ 1: { text: 'hi' } }))
    talk.session = { ...talk.session, unsubscribed: true }
    expect(talk.send(1, 'broadcast')).toEqual([])
    expect(talk.turn?.trace.entries).toEqual([{ type: 'ignored', why: 'unsubscribed' }])
    talk.session = { ...talk.session, unsubscribed: false, blocked: true }
    expect(talk.send(1, 'operator')).toEqual([])
  })

  it('nobody is put into a comment or a block that is gone', () => {
    const talk = new Talk(flowOf({ 1: { type: 'comment', text: 'note' } }))
    expect([talk.send(1), talk.send(9)]).toEqual([[], []])
    expect(talk.trace('problem')).toMatchObject([{ code: 'no-such-block', block: 9 }])
  })
})

describe('section 13, built-in variables', () => {
  it.each([
    ['current_date', '10.03.2026'],
    ['next_day', '11.03.2026'],
    ['current_time', '12:00'],
    ['weekday', '2'],
    ['timestamp', '1773133200.25'],
    ['date_of_creation', '01.03.2026'],
    ['time_of_creation', '12:00'],
    ['client_id', '7'],
    ['main_client_id', '7'],
    ['platform_id', 'anna'],
    ['client_type', '5'],
    ['messenger', 'online chat'],
    ['group', 'test'],
    ['name', 'Anna'],
    ['full_name', 'Anna Karenina'],
    ['avatar', ''],
    ['tag', 'NONE'],
    ['message_id', 'NONE'],
    ['message_from_outside', '1'],
    ['project_id', '3'],
    ['order_id', ''],
    ['question', 'x'],
    ['attachments', ''],
    ['custom_answer', ''],
  ])('%s is %j', (name, expected) => {
    const talk = new Talk(flowOf({ 1: { type: 'nonstate_cond', text: `[#{${name}}]` } }), { now: '2026-03-10T12:00:00.250+03:00' })
    expect(talk.happen({ kind: 'text', text: 'x', origin: 1 })).toEqual([`[${expected}]`])
  })

  it('message_id is the block where he stands, tag the one he came with', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', text: '#{message_id} #{tag} #{order_id} #{message_from_outside}' } }), {
      client: { tag: 'ad' },
    })
    talk.session = { ...talk.session, order: 4 }
    expect(talk.callback('x', { pressed: true })).toEqual(['1 ad 7-4 3'])
  })

  it('the dialogue functions act on him', () => {
    const talk = new Talk(
      flowOf({
        1: {
          type: 'start',
          calculator: 'set_client_name("Аня")\nset_client_var(client_id, "city", "Ялта")\nd = days_from_last_message()',
          text: '#{name} #{city} #{d}',
        },
      }),
    )
    expect(talk.text('x')).toEqual(['Аня Ялта 0'])
    expect(talk.session.client.name).toBe('Аня')
    expect(talk.client('city')).toBe('Ялта')
  })
})
