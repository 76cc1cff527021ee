/** Builder-and-runtime, section 8: which transition fires. */
import { describe, expect, it } from 'vitest'
import { flowOf, Talk } from './flow-builder.ts'

const exact = (condition: string) => ({ condition, matchType: 'exact' as const })

describe('8.4, the decision table', () => {
  it('8.4 row 1: a start block goes before an arrow of the block', () => {
    const talk = new Talk(
      flowOf({ 1: { text: 'A' }, 2: { type: 'start', ...exact('да'), text: 'start' }, 3: { text: 'arrow' } }, [[1, 3, exact('да')]]),
    )
    talk.send(1)
    expect(talk.text('да')).toEqual(['start'])
    expect(talk.session.position).toBe(2)
  })

  it('8.4 row 2: an arrow goes before a non-state block with condition', () => {
    const flow = flowOf({ 1: {}, 2: { type: 'nonstate_cond', ...exact('да'), text: 'aside' }, 3: { text: 'arrow' } }, [[1, 3, exact('да')]])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('да')).toEqual(['arrow'])
  })

  it('8.4 row 3: a non-state block with condition is sent, the client stays and his pending messages stay', () => {
    const flow = flowOf({ 1: {}, 2: { type: 'nonstate_cond', ...exact('цена'), text: 'aside' }, 3: { text: 'later' } }, [
      [1, 3, { delay: { value: 5, unit: 'minutes' }, cancelIfLeft: true }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('цена')).toEqual(['aside'])
    expect(talk.session.position).toBe(1)
    expect(talk.planned()).toEqual([1])
  })

  it('8.4 row 4: of two conditional arrows the one with the higher priority fires', () => {
    const flow = flowOf({ 1: {}, 2: { text: 'ten' }, 3: { text: 'twenty' } }, [
      [1, 2, { ...exact('да'), priority: 10 }],
      [1, 3, { ...exact('да'), priority: 20 }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('да')).toEqual(['twenty'])
    expect(talk.examined(), 'the search stops at the first').toEqual(['a2 fired'])
  })

  it('8.4 row 5: an arrow with a condition goes before an empty one, whatever the numbers', () => {
    const flow = flowOf({ 1: {}, 2: { text: 'empty' }, 3: { text: 'condition' } }, [
      [1, 2, { priority: 1000 }],
      [1, 3, { ...exact('да'), priority: 1 }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('да')).toEqual(['condition'])
  })

  it('8.4 row 6: the empty arrow fires when no conditional one matches', () => {
    const talk = new Talk(
      flowOf({ 1: {}, 2: { text: 'empty' }, 3: { text: 'condition' } }, [
        [1, 2],
        [1, 3, exact('да')],
      ]),
    )
    talk.send(1)
    expect(talk.text('нет')).toEqual(['empty'])
    expect(talk.examined()).toEqual(['a2 condition', 'a1 fired'])
  })

  it('8.4 row 7: a loop without condition executes the block again when nothing else matches', () => {
    const talk = new Talk(
      flowOf({ 1: { text: 'Ещё раз?', calculator: 'n = if(n == None, 1, n + 1)' }, 2: {} }, [
        [1, 1],
        [1, 2, exact('да')],
      ]),
    )
    talk.send(1)
    expect(talk.text('не понял')).toEqual(['Ещё раз?'])
    expect(talk.order('n')).toBe(2)
  })

  it('8.4 row 8: he stays silently where he is when nothing matches, and the unknown-answer text follows', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: {} }, [[1, 2, exact('да')]]), { unknownAnswer: 'Не понимаю, #{name}' })
    talk.send(1)
    expect(talk.text('нет')).toEqual(['Не понимаю, Anna'])
    expect(talk.session).toMatchObject({ position: 1, waiting: true })
    expect(talk.trace('nothing-matched')).toHaveLength(1)
    talk.text('да')
    expect(talk.session).toMatchObject({ position: 2, waiting: false })
  })

  it('8.4 row 9: a start block that answers once is skipped the second time', () => {
    const flow = flowOf({
      1: { type: 'start', text: 'Добро пожаловать', answerOnce: true },
      2: { type: 'nonstate_cond', text: 'catch-all' },
    })
    const talk = new Talk(flow)
    expect(talk.text('привет')).toEqual(['Добро пожаловать'])
    expect(talk.text('привет')).toEqual(['catch-all'])
    expect(talk.examined()).toEqual(['b1 answered-once', 'b2 fired'])
  })

  it('8.4 row 9: arrows into a block that has answered still work', () => {
    const talk = new Talk(
      flowOf({ 1: { type: 'start', ...exact('да'), text: 'start', answerOnce: true }, 2: {} }, [[2, 1, exact('назад')]]),
    )
    talk.text('да')
    talk.send(2)
    expect(talk.text('назад')).toEqual(['start'])
  })

  it('8.4 row 10: a block for callbacks only is skipped when the client types its text', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', ...exact('vote_1'), callbackOnly: true, text: 'counted' } }))
    expect(talk.text('vote_1')).toEqual([])
    expect(talk.examined()).toEqual(['b1 callback-only'])
    expect(talk.callback('vote_1', { pressed: true })).toEqual(['counted'])
    expect(talk.callback('vote_1')).toEqual(['counted'])
  })

  it('8.4 row 11: a callback fires the arrow with that condition', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: { text: 'opened' } }, [[1, 2, exact('link_was_pressed https://a.b')]]))
    talk.send(1)
    expect(talk.callback('link_was_pressed https://a.b')).toEqual(['opened'])
  })

  it('8.4 row 12: an empty arrow and an empty start block do not hear system callbacks, but pressed buttons', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: { text: 'empty' }, 3: { type: 'start', callbackOnly: true } }, [[1, 2]]), {
      unknownAnswer: '?',
    })
    talk.send(1)
    expect(talk.callback('new_task_added_callback task_id:1')).toEqual([])
    expect(talk.examined()).toEqual(['b3 deaf-to-callbacks', 'a1 deaf-to-callbacks'])
    expect(talk.session, 'a notice is nothing that somebody waits to have answered').toMatchObject({ position: 1, waiting: false })
    expect(new Talk(flowOf({ 2: { type: 'start', text: 'empty' } })).callback('vote', { pressed: true })).toEqual(['empty'])
  })

  it('8.4 row 13: without a position, and nothing conditional matching, the empty start block fires', () => {
    const flow = flowOf({
      1: { type: 'start', text: 'empty' },
      2: { type: 'start', ...exact('да') },
      3: { type: 'nonstate_cond', ...exact('нет') },
    })
    const talk = new Talk(flow)
    expect(talk.text('что-то')).toEqual(['empty'])
    expect(talk.examined()).toEqual(['b2 condition', 'b1 fired'])
  })

  it('8.4 row 14: an arrow that goes once is skipped after it was travelled', () => {
    const flow = flowOf({ 1: {}, 2: { text: 'once' }, 3: { text: 'again' } }, [
      [1, 2, { ...exact('да'), once: true, priority: 20 }],
      [1, 3, exact('да')],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('да')).toEqual(['once'])
    talk.send(1)
    expect(talk.text('да')).toEqual(['again'])
    expect(talk.examined()).toEqual(['a1 travelled-once', 'a2 fired'])
  })

  it('8.4 row 15: "strings not to answer" skip the arrow, and the search goes on', () => {
    const flow = flowOf({ 1: {}, 2: { text: 'order' }, 3: { text: 'other' } }, [
      [1, 2, { condition: 'заказ', matchType: 'keywords', ignore: 'отмен' }],
      [1, 3],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('отменить заказ')).toEqual(['other'])
    expect(talk.examined()).toEqual(['a1 ignored-text', 'a2 fired'])
  })

  it('8.4 row 16: an answer that does not fit is not stored, the hint is sent and the client still waits', () => {
    const flow = flowOf({ 1: {}, 2: { text: 'Итого #{age}' }, 3: { type: 'nonstate', text: 'Это не число' } }, [
      [1, 2, { condition: '^\\d+$', matchType: 'regex', collectsData: true, variable: 'age' }],
      [1, 3],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.text('много')).toEqual(['Это не число'])
    expect(talk.session.position).toBe(1)
    expect(talk.order('age')).toBeNull()
    expect(talk.text(' 42 ')).toEqual(['Итого 42'])
    expect(talk.order('age')).toBe('42')
  })

  it('8.4 row 17: a start block with the condition of the block where he stands is executed again', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', ...exact('/start'), text: 'Привет' } }))
    expect([talk.text('/start'), talk.text('/start')]).toEqual([['Привет'], ['Привет']])
  })

  it('8.4 row 18: nothing is evaluated while the bot is paused for him or switched off', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', text: 'Привет', calculator: 'pause_bot(30)' } }), { unknownAnswer: '?' })
    expect(talk.text('да')).toEqual(['Привет'])
    expect(talk.text('ещё')).toEqual([])
    expect(talk.turn?.trace.entries).toEqual([{ type: 'ignored', why: 'paused' }])
    expect(talk.session.received, 'the event itself counts').toBe(2)
    talk.wait(30)
    expect(talk.text('ещё')).toEqual(['Привет'])
    talk.wait(60)
    talk.project.enabled = false
    expect(talk.text('ещё')).toEqual([])
    expect(talk.turn?.trace.entries).toEqual([{ type: 'ignored', why: 'disabled' }])
  })

  it('8.4 row 19: nothing is evaluated for a blocked client', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', ...exact('спам'), calculator: 'block_client()', text: 'Прощайте' } }), {
      unknownAnswer: '?',
    })
    expect(talk.text('спам')).toEqual([])
    expect(talk.trace('said-nothing')).toEqual([{ type: 'said-nothing', block: 1, why: 'blocked' }])
    expect(talk.text('спам')).toEqual([])
    expect(talk.turn?.trace.entries).toEqual([{ type: 'ignored', why: 'blocked' }])
  })

  it('8.4 row 20: who left and writes again is subscribed first, then matched', () => {
    const flow = flowOf({
      1: { type: 'start', ...exact('стоп'), text: 'Жаль', calculator: 'unsubscribe()' },
      2: { type: 'start', text: 'С возвращением' },
    })
    const talk = new Talk(flow)
    expect(talk.text('стоп'), 'his own text is not delivered (section 5)').toEqual([])
    expect(talk.trace('said-nothing')).toEqual([{ type: 'said-nothing', block: 1, why: 'unsubscribed' }])
    expect([talk.session.unsubscribed, talk.client('notSubscribed')]).toEqual([true, 1])
    expect(talk.text('я тут')).toEqual(['С возвращением'])
    expect(talk.turn?.trace.entries[0]).toEqual({ type: 'resubscribed' })
    expect([talk.session.unsubscribed, talk.client('notSubscribed')]).toEqual([false, null])
  })
})

describe('8.1 and 8.2, the order of examination', () => {
  it('goes through the tiers, in each those with a condition or comparison first, then by priority, then the older', () => {
    const flow = flowOf(
      {
        1: { condition: 'ignored: a state has none' },
        2: { type: 'nonstate_cond', compare: 'name == "Nobody"' },
        3: { type: 'start', ignore: '#{question}' },
        4: { type: 'start', ...exact('x'), priority: 5 },
        5: { type: 'start', compare: '1 == 2', priority: 50 },
        6: { type: 'start', tier: 'late', ...exact('x') },
        7: { type: 'nonstate_cond', tier: 'arrow', ...exact('x'), priority: 15 },
        8: { type: 'start', ...exact('x'), priority: 5 },
        9: { type: 'nonstate_cond', ignore: '#{question}' },
        10: { type: 'comment', text: 'a note' },
      },
      [
        [1, 2, exact('x')],
        [1, 2, { ...exact('x'), priority: 20 }],
        [1, 2, { delay: { value: 1, unit: 'days' } }],
        [1, 10],
      ],
    )
    const talk = new Talk(flow)
    talk.send(1)
    talk.text('никто')
    expect(talk.examined()).toEqual([
      'b5 comparison',
      'b4 condition',
      'b8 condition',
      'b3 ignored-text',
      'a2 condition',
      'b7 condition',
      'a1 condition',
      'a3 timer-only',
      'a4 target-gone',
      'b6 condition',
      'b2 comparison',
      'b9 ignored-text',
    ])
    expect(talk.trace('examined').map(({ tier }) => tier)).toEqual([1, 1, 1, 2, 3, 3, 3, 3, 3, 4, 5, 5])
  })

  it('hears legacy reminders also from those who stand nowhere or in a deleted block', () => {
    const talk = new Talk(flowOf({ 7: { type: 'nonstate_cond', tier: 'arrow', ...exact('x'), text: 'reminder' } }))
    expect(talk.text('x')).toEqual(['reminder'])
    talk.session = { ...talk.session, position: 99 }
    expect(talk.text('x')).toEqual(['reminder'])
    expect(talk.session.position).toBe(99)
  })

  it('logs a comparison that cannot be computed, and takes it for false', () => {
    const talk = new Talk(flowOf({ 1: { type: 'start', compare: 'x +', text: 'no' } }))
    expect(talk.text('да')).toEqual([])
    expect(talk.examined()).toEqual(['b1 comparison-error'])
    expect(talk.effects('log')).toMatchObject([{ level: 'warning', code: 'comparison-error', block: 1 }])
  })
})

describe('8.3, what each kind of arrow does with an event', () => {
  it('a condition with a delay plans the transition, and the client stays until it falls due', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: { text: 'later' } }, [[1, 2, { ...exact('да'), delay: { value: 5, unit: 'minutes' } }]]))
    talk.send(1)
    expect(talk.planned()).toEqual([])
    expect(talk.text('да')).toEqual([])
    expect(talk.examined()).toEqual(['a1 planned'])
    expect(talk.session.position).toBe(1)
    expect(talk.wait(5)).toEqual(['later'])
    expect(talk.session.position).toBe(2)
  })

  it('a condition with a delay of 0 goes on at once', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: { text: 'now' } }, [[1, 2, { ...exact('да'), delay: { value: 0 } }]]))
    expect(talk.send(1)).toEqual([])
    expect(talk.text('да')).toEqual(['now'])
  })

  it('a delay without a condition never reacts, with a comparison too', () => {
    const flow = flowOf({ 1: {}, 2: {} }, [
      [1, 2, { delay: { value: 5, unit: 'minutes' } }],
      [1, 2, { delay: { value: 5, unit: 'minutes' }, compare: 'x == None' }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    talk.text('да')
    expect(talk.examined()).toEqual(['a2 timer-only', 'a1 timer-only'])
  })

  it('a comparison decides at the moment of entry what gets planned', () => {
    const flow = flowOf({ 1: { calculator: 'x = 1' }, 2: {} }, [
      [1, 2, { delay: { value: 5, unit: 'minutes' }, compare: 'x == 1' }],
      [1, 2, { delay: { value: 5, unit: 'minutes' }, compare: 'x == 2' }],
      [1, 2, { delay: { value: 5, unit: 'minutes' }, compare: 'x == 2', condition: 'False' }],
      [1, 2, { delay: { value: 5, unit: 'minutes' }, compare: 'x', condition: '1', matchType: 'exact' }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.planned()).toEqual([1, 3, 4])
    expect(talk.trace('not-planned')).toEqual([{ type: 'not-planned', arrow: 2, why: 'comparison' }])
  })

  it('an arrow that collects data has no delay, whatever its fields say', () => {
    const flow = flowOf({ 1: {}, 2: { text: '#{answer}' } }, [
      [1, 2, { collectsData: true, variable: 'answer', delay: { value: 5, unit: 'minutes' } }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.planned()).toEqual([])
    expect(talk.text('синий')).toEqual(['синий'])
  })

  it('arrows out of a block where nobody stands never listen', () => {
    const talk = new Talk(
      flowOf({ 1: {}, 2: { type: 'nonstate' }, 3: { text: 'never' } }, [
        [1, 2, exact('да')],
        [2, 3],
      ]),
    )
    talk.send(1)
    talk.text('да')
    expect(talk.text('и что')).toEqual([])
    expect(talk.session.position).toBe(1)
  })
})

describe('section 6, collected data', () => {
  const collecting = (variable: string): Talk => {
    const talk = new Talk(flowOf({ 1: {}, 2: {} }, [[1, 2, { collectsData: true, variable }]]))
    talk.send(1)
    return talk
  }

  it('stores the caption of an attachment, without one the address', () => {
    const captioned = collecting('photo')
    captioned.happen({ kind: 'attachment', urls: ['https://a.b/1.jpg'], caption: ' вот ' })
    expect(captioned.order('photo')).toBe('вот')
    const bare = collecting('photo')
    bare.happen({ kind: 'attachment', urls: ['https://a.b/1.jpg', 'https://a.b/2.jpg'], caption: '' })
    expect(bare.order('photo')).toBe('https://a.b/1.jpg')
    expect(bare.session).toMatchObject({ question: 'attachment_message', attachments: ['https://a.b/1.jpg', 'https://a.b/2.jpg'] })
  })

  it('stores under a prefix in that scope', () => {
    const talk = collecting('client.phone')
    talk.text('+7 978')
    expect([talk.client('phone'), talk.order('phone')]).toEqual(['+7 978', null])
    const shared = collecting('проект.winner')
    shared.text('Анна')
    expect(shared.project.variables.get('winner')).toBe('Анна')
  })

  it.each([
    ['не имя', 'bad-name'],
    ['', 'bad-name'],
    ['question', 'reserved-name'],
    ['None', 'bad-name'],
  ])('refuses the name %j, says so and goes on', (name, code) => {
    const talk = collecting(name)
    talk.text('ответ')
    expect(talk.session.position).toBe(2)
    expect(talk.effects('log')).toMatchObject([{ code, arrow: 1 }])
    expect(talk.session.variables.order.size).toBe(0)
  })

  it('keeps names like __proto__ out of trouble', () => {
    const talk = collecting('constructor')
    talk.text('x')
    expect(talk.order('constructor')).toBe('x')
  })
})
