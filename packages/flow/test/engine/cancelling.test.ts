/** Builder-and-runtime, section 10: what is planned, what cancels it. */
import { describe, expect, it } from 'vitest'
import { flowOf, Talk } from './flow-builder.ts'

const exact = (condition: string) => ({ condition, matchType: 'exact' as const })
const later = { delay: { value: 10, unit: 'minutes' }, cancelTimers: false } as const
const off = { cancelTimers: false } as const

/**
 * Block 1 (A) plans one entry of each kind: arrow 1 is ordinary, arrow 2 "cancel if left the block", arrow 3 "do not cancel". The rest is the
 * row's own: block 2 (B) is a state, 3 a non-state; arrows from number 4 on.
 */
function inA(arrows: Parameters<typeof flowOf>[1] = [], blocks: Parameters<typeof flowOf>[0] = {}): Talk {
  const flow = flowOf({ 1: { text: 'A' }, 2: { text: 'B' }, 3: { type: 'nonstate', text: 'N' }, ...blocks }, [
    [1, 3, later],
    [1, 3, { ...later, cancelIfLeft: true }],
    [1, 3, { ...later, doNotCancel: true }],
    ...arrows,
  ])
  const talk = new Talk(flow)
  talk.send(1)
  expect(talk.planned()).toEqual([1, 2, 3])
  return talk
}

const why = (talk: Talk) => talk.trace('cancelled').map(({ pending, why: rule }) => `${pending.arrow} ${rule}`)

describe('10.3, what cancels a pending message', () => {
  it('10.3 row 1: moving to another state block over an arrow that cancels timers', () => {
    const talk = inA([[1, 2, exact('да')]])
    talk.text('да')
    expect(talk.planned()).toEqual([3])
    expect(why(talk)).toEqual(['1 arrow-cancels-timers', '2 arrow-cancels-timers'])
    expect(talk.effects('cancel')).toEqual([
      { type: 'cancel', pending: 1 },
      { type: 'cancel', pending: 2 },
    ])
  })

  it('10.3 row 2: over an arrow that does not, only what depends on having stayed is cancelled', () => {
    const talk = inA([[1, 2, { ...exact('да'), ...off }]])
    talk.text('да')
    expect(talk.planned()).toEqual([1, 3])
    expect(why(talk)).toEqual(['2 left-the-block'])
  })

  it('10.3 row 3: a timer that fires over an arrow that cancels timers takes the others with it', () => {
    const talk = inA([[1, 3, { ...exact('да'), delay: { value: 1, unit: 'minutes' } }]])
    talk.text('да')
    expect(talk.planned()).toEqual([1, 2, 3, 4])
    expect(talk.wait(1)).toEqual(['N'])
    expect(talk.planned()).toEqual([3])
    expect(why(talk)).toEqual(['1 arrow-cancels-timers', '2 arrow-cancels-timers'])
  })

  it('10.3 row 4: a non-state block executed via an arrow that cancels timers', () => {
    const talk = inA([[1, 3, exact('да')]])
    expect(talk.text('да')).toEqual(['N'])
    expect(talk.session.position).toBe(1)
    expect(talk.planned()).toEqual([3])
  })

  it('10.3 row 5: a non-state block that answers by its own condition cancels nothing', () => {
    const talk = inA([], { 4: { type: 'nonstate_cond', ...exact('цена'), text: '100' } })
    expect(talk.text('цена')).toEqual(['100'])
    expect(talk.planned()).toEqual([1, 2, 3])
  })

  it('10.3 row 6: a start block that fires by its own condition cancels only what depends on having stayed', () => {
    const talk = inA([], { 4: { type: 'start', ...exact('меню'), text: 'меню' } })
    talk.text('меню')
    expect(talk.session.position).toBe(4)
    expect(talk.planned()).toEqual([1, 3])
  })

  it('10.3 row 7: a message that nothing matches cancels nothing', () => {
    const talk = inA()
    talk.text('ау')
    expect(talk.planned()).toEqual([1, 2, 3])
  })

  it('10.3 row 8: pressing a button whose arrow has a delay cancels nothing until that transition runs', () => {
    const talk = inA([[1, 2, { ...exact('да'), delay: { value: 5, unit: 'minutes' } }]])
    talk.press('да')
    expect(talk.planned()).toEqual([1, 2, 3, 4])
    expect(talk.wait(5)).toEqual(['B'])
    expect(talk.planned()).toEqual([3])
  })

  it('10.3 row 9: a loop over an arrow that cancels timers plans anew, and once more what must be kept', () => {
    const talk = inA([[1, 1, exact('ещё')]])
    talk.text('ещё')
    expect(talk.planned()).toEqual([3, 1, 2, 3])
  })

  it('10.3 row 10: a loop over an arrow that does not plans everything once more', () => {
    const talk = inA([[1, 1, { ...exact('ещё'), ...off }]])
    talk.text('ещё')
    expect(talk.planned()).toEqual([1, 2, 3, 1, 2, 3])
  })

  it('10.3 row 11: delete_pended_messages() cancels everything', () => {
    const talk = inA([], { 4: { type: 'nonstate_cond', ...exact('стоп'), calculator: 'n = delete_pended_messages()' } })
    talk.text('стоп')
    expect(talk.planned()).toEqual([])
    expect(talk.order('n')).toBe(3)
    expect(why(talk)).toEqual(['1 function', '2 function', '3 function'])
  })

  it('10.3 row 12: delete_pended_messages(False) keeps what must be kept', () => {
    const talk = inA([], { 4: { type: 'nonstate_cond', ...exact('стоп'), calculator: 'n = delete_pended_messages(False)' } })
    talk.text('стоп')
    expect(talk.planned()).toEqual([3])
  })

  it('10.3 row 13: block_client() cancels everything, and the block plans nothing more', () => {
    const talk = inA([[4, 3, later]], { 4: { type: 'start', ...exact('спам'), calculator: 'block_client()' } })
    talk.text('спам')
    expect(talk.planned()).toEqual([])
    expect(why(talk)).toContain('3 client-blocked')
  })

  it('10.3 row 14: after unsubscribe() everything stays planned, but nothing is delivered until he writes again', () => {
    const talk = inA([], { 4: { type: 'nonstate_cond', ...exact('стоп'), calculator: 'unsubscribe()' } })
    talk.text('стоп')
    expect(talk.planned()).toEqual([1, 2, 3])
    expect(talk.wait(10)).toEqual([])
    expect(talk.trace('said-nothing')).toEqual([{ type: 'said-nothing', block: 3, why: 'unsubscribed' }])

    const back = inA([], { 4: { type: 'nonstate_cond', ...exact('стоп'), calculator: 'unsubscribe()' } })
    back.text('стоп')
    back.text('передумал')
    expect(back.wait(10)).toEqual(['N', 'N', 'N'])
  })

  it('10.3 row 14: likewise when the client forbids messages', () => {
    const talk = inA([], { 4: { type: 'nonstate_cond', ...exact('client_unsubscribed'), text: 'Вернитесь', calculator: 'left = True' } })
    expect(talk.happen({ kind: 'unsubscribed' })).toEqual([])
    expect(talk.order('left')).toBe(true)
    expect(talk.planned()).toEqual([1, 2, 3])
    expect(talk.wait(10)).toEqual([])
  })

  it('10.3 row 15: an operator cancels any of them', () => {
    const talk = inA()
    for (const pending of [1, 2, 3]) talk.happen({ kind: 'cancel-pending', pending })
    expect(talk.planned()).toEqual([])
    expect(why(talk)).toEqual(['3 operator'])
  })

  it('10.3 row 16: a broadcast that moves him cancels only what depends on having stayed', () => {
    const talk = inA()
    expect(talk.send(2, 'broadcast')).toEqual(['B'])
    expect(talk.session.position).toBe(2)
    expect(talk.planned()).toEqual([1, 3])
  })

  it('10.3 row 17: entries of an arrow that goes once and has been travelled are dropped when they fall due', () => {
    const flow = flowOf({ 1: {}, 3: { type: 'nonstate', text: 'N' } }, [
      [1, 3, { ...later, once: true }],
      [1, 3, { ...later, once: true, cancelIfLeft: true }],
      [1, 3, { ...later, once: true, doNotCancel: true }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    talk.now += 60_000
    talk.send(1)
    expect(talk.planned(), 'planned many times before the first travel').toEqual([1, 2, 3, 1, 2, 3])
    expect(talk.wait(11)).toEqual(['N', 'N', 'N'])
    expect(talk.planned()).toEqual([])
    expect(talk.trace('dropped')).toMatchObject([{ pending: { arrow: 3 }, why: 'used-once' }])
    talk.send(1)
    expect(
      talk.trace('not-planned').map(({ why: reason }) => reason),
      'and never after it',
    ).toEqual(['used-once', 'used-once', 'used-once'])
  })

  it('10.3 row 18: entries whose arrow or target is gone are dropped', () => {
    const arrowless = inA()
    arrowless.flow = new Talk(flowOf({ 1: {}, 3: { type: 'nonstate', text: 'N' } })).flow
    expect(arrowless.wait(10)).toEqual([])
    expect(arrowless.trace('dropped')).toMatchObject([{ why: 'arrow-gone' }])
    expect(arrowless.planned()).toEqual([])

    const blockless = inA()
    blockless.flow = new Talk(flowOf({ 1: {} }, [[1, 3, later]])).flow
    blockless.happen({ kind: 'timer', pending: 1 })
    expect(blockless.trace('dropped')).toMatchObject([{ why: 'block-gone' }])
    expect(blockless.session.position).toBe(1)
  })

  it.each([
    [23, ['N', 'N', 'N']],
    [25, []],
  ])('10.3 row 19: after a pause they run if at most 24 h late (pause of %i hours)', (hours, said) => {
    const talk = inA([], { 4: { type: 'nonstate_cond', ...exact('оператор'), calculator: `pause_bot(${hours * 60})` } })
    talk.text('оператор')
    const resumed = talk.now + hours * 3_600_000
    expect(talk.wait(10), 'they wait').toEqual([])
    expect(talk.effects('postpone')).toMatchObject([{ until: resumed }])
    expect(talk.planned()).toEqual([1, 2, 3])
    talk.now = resumed
    expect([1, 2, 3].flatMap((pending) => talk.happen({ kind: 'timer', pending }))).toEqual(said)
    expect(talk.planned()).toEqual([])
  })

  it('10.3 row 19: the absence of the server is no pause, however long', () => {
    const talk = inA()
    talk.now += 72 * 3_600_000
    expect(talk.happen({ kind: 'timer', pending: 1 })).toEqual(['N'])
  })
})

describe('10.3, the details', () => {
  it('leaving the block cancels even where both flags are on; coming back revives nothing', () => {
    const flow = flowOf({ 1: {}, 2: {} }, [
      [1, 2, { ...later, cancelIfLeft: true, doNotCancel: true }],
      [1, 2, { ...exact('да'), ...off }],
      [2, 1, { ...exact('назад'), ...off }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    talk.text('да')
    expect(talk.planned()).toEqual([])
  })

  it('entries planned together do not cancel each other, but those planned before', () => {
    const flow = flowOf({ 1: {}, 2: {}, 3: { type: 'nonstate' } }, [
      [1, 3, later],
      [1, 3, { ...later, doNotCancel: true }],
      [1, 2, { ...exact('да'), ...off }],
      [2, 3, { delay: { value: 1, unit: 'hours' } }],
      [2, 3, { delay: { value: 2, unit: 'hours' } }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    talk.text('да')
    expect(talk.planned()).toEqual([2, 4, 5])
    expect(why(talk)).toEqual(['1 replanned'])
  })

  it('a reminder reaches those who still stand in the block, and they keep standing there', () => {
    const flow = flowOf({ 1: {}, 2: {}, 3: { type: 'nonstate', text: 'Вы тут?' } }, [
      [1, 3, { delay: { value: 10, unit: 'minutes' }, cancelIfLeft: true }],
      [1, 2, { ...exact('да'), delay: { value: 5, unit: 'minutes' }, ...off }],
    ])
    const staying = new Talk(flow)
    staying.send(1)
    expect(staying.wait(10)).toEqual(['Вы тут?'])
    expect(staying.session.position).toBe(1)
    const leaving = new Talk(flow)
    leaving.send(1)
    leaving.text('да')
    leaving.wait(5)
    expect(leaving.session.position).toBe(2)
    expect(leaving.planned()).toEqual([])
  })

  it('timers leave question as it was', () => {
    const flow = flowOf({ 1: {}, 2: { text: '#{question}' } }, [[1, 2, later]])
    const talk = new Talk(flow)
    talk.send(1)
    talk.text('последнее')
    expect(talk.wait(10)).toEqual(['последнее'])
  })

  it('timers start from non-state blocks too', () => {
    const flow = flowOf(
      {
        1: { type: 'nonstate_cond', ...exact('курс'), text: 'Урок 1' },
        2: { type: 'nonstate', text: 'Урок 2' },
        3: { type: 'nonstate', text: 'Урок 3' },
      },
      [
        [1, 2, { delay: { value: 1, unit: 'days' } }],
        [2, 3, { delay: { value: 1, unit: 'days' } }],
      ],
    )
    const talk = new Talk(flow)
    talk.text('курс')
    expect(talk.wait(3 * 24 * 60)).toEqual(['Урок 2', 'Урок 3'])
    expect(talk.session.position).toBeNull()
  })

  it('refuses one more than the project allows, and logs it', () => {
    const talk = new Talk(
      flowOf({ 1: {}, 2: {} }, [
        [1, 2, later],
        [1, 2, later],
      ]),
      { pendingLimit: 1 },
    )
    talk.send(1)
    expect(talk.planned()).toEqual([1])
    expect(talk.trace('not-planned')).toEqual([{ type: 'not-planned', arrow: 2, why: 'limit' }])
    expect(talk.effects('log')).toMatchObject([{ code: 'limit', arrow: 2, facts: { value: '1' } }])
  })

  it('a person may move an entry to another moment', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: { text: 'B' } }, [[1, 2, later]]))
    talk.send(1)
    const due = talk.now + 60_000
    talk.happen({ kind: 'reschedule-pending', pending: 1, due })
    expect(talk.effects('postpone')).toEqual([{ type: 'postpone', pending: 1, until: due }])
    expect(talk.wait(1)).toEqual(['B'])
  })

  it('while the whole bot is off a due entry is tried again, for a day', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: { text: 'B' } }, [[1, 2, later]]))
    talk.send(1)
    talk.project.enabled = false
    talk.wait(10)
    expect(talk.effects('postpone')).toHaveLength(1)
    talk.now += 25 * 3_600_000
    talk.happen({ kind: 'timer', pending: 1 })
    expect(talk.trace('dropped')).toMatchObject([{ why: 'too-late' }])
  })

  it('an entry that is gone already does nothing', () => {
    const talk = new Talk(flowOf({ 1: {} }))
    expect(talk.happen({ kind: 'timer', pending: 5 })).toEqual([])
    expect(talk.turn?.effects).toEqual([])
  })
})

describe('10.1, fields with variables', () => {
  it('resolves them when planning', () => {
    const flow = flowOf({ 1: { calculator: 'd = "11.03.2026"\nt = "15:30"\nm = 90' }, 2: {} }, [
      [1, 2, { date: '#{d}', time: '#{t}', delay: { value: '#{m}', unit: 'minutes' } }],
      [1, 2, { delay: { value: '#{m}', unit: 'seconds' } }],
    ])
    const talk = new Talk(flow)
    talk.send(1)
    expect(talk.due(1)).toBe('2026-03-11T14:00:00.000Z')
    expect(talk.due(2)).toBe('2026-03-10T09:01:30.000Z')
  })

  it.each([
    [{ time: '25:00' }, 'bad-time', '25:00'],
    [{ time: '#{t}' }, 'bad-time', '#{t}'],
    [{ date: '31.02.2026' }, 'bad-date', '31.02.2026'],
    [{ date: '2026-03-11', time: '10:00' }, 'bad-date', '2026-03-11'],
    [{ delay: { value: '#{t}' } }, 'bad-delay', '#{t}'],
    [{ delay: { value: '-5' } }, 'bad-delay', '-5'],
  ])('does not plan %j, and logs why', (fields, code, value) => {
    const talk = new Talk(flowOf({ 1: {}, 2: {} }, [[1, 2, fields]]))
    talk.send(1)
    expect(talk.planned()).toEqual([])
    expect(talk.trace('not-planned')).toEqual([{ type: 'not-planned', arrow: 1, why: code }])
    expect(talk.effects('log')).toMatchObject([{ code, arrow: 1, facts: { value } }])
  })

  it('says nothing in the log about a date that has passed', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: {} }, [[1, 2, { date: '01.01.2026' }]]))
    talk.send(1)
    expect(talk.trace('not-planned')).toEqual([{ type: 'not-planned', arrow: 1, why: 'in-the-past' }])
    expect(talk.effects('log')).toEqual([])
  })
})
