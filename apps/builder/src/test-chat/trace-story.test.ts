import { blankArrow, blankBlock } from '@voronka/flow'
import type { Pending, Trace, TraceEntry } from '@voronka/flow/engine'
import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { traceStory, turnTitle, type Chapter, type Names, type Say } from './trace-story.ts'
import { whyNot } from './why-not.ts'

const i18n = createInstance({ resources: catalogue, lng: 'ru', interpolation: { escapeValue: false } })
await i18n.init()
const sayIn = (language: 'ru' | 'en'): Say => i18n.getFixedT(language, 'test-chat')
const say = sayIn('ru')

const names: Names = {
  block: (number) => `блок ${number}`,
  arrow: (id) => `стрелка ${id}`,
  moment: (ms) => new Date(ms).toISOString().slice(11, 16),
  condition: (block) => (block === 1 ? 'привет' : ''),
  finding: ({ code }) => (code.startsWith('limit') ? undefined : `words for ${code}`),
}

const trace = (...entries: TraceEntry[]): Trace => ({ now: 0, event: { kind: 'text', subject: 'да' }, entries, draws: [] })
const story = (...entries: TraceEntry[]) => traceStory(trace(...entries), names, say)
const pending: Pending = {
  id: 1,
  arrow: 7,
  from: 3,
  to: 5,
  due: Date.UTC(2026, 2, 10, 14, 5),
  keep: false,
  cancelIfLeft: false,
  plannedAt: 0,
}

/** One line a row, chapters by their titles. */
const told = (chapters: readonly Chapter[]): string[] =>
  chapters.flatMap((chapter) => [
    ...(chapter.kind === 'notes' ? [] : [`# ${chapter.title}`]),
    ...chapter.rows.map(({ text, detail }) => [text, detail].filter(Boolean).join(' — ')),
  ])

it('tells a whole turn in the order in which it went', () => {
  const turn = story(
    { type: 'examined', tier: 1, block: 1, why: 'condition' },
    { type: 'examined', tier: 3, arrow: 7, why: 'comparison', facts: { compare: 'total > 5' } },
    { type: 'examined', tier: 3, arrow: 8, why: 'fired' },
    { type: 'collected', arrow: 8, variable: 'phone', value: '+7' },
    { type: 'entered', block: 5, by: 'arrow', arrow: 8, position: 5 },
    { type: 'line', block: 5, line: 1, source: 'x = 1', target: 'x', value: '1' },
    { type: 'said', block: 5, text: 'Спасибо' },
    { type: 'planned', pending },
    { type: 'cancelled', pending, why: 'left-the-block' },
  )
  expect(told(turn)).toEqual([
    '# Стартовые условия',
    'блок 1 — ждёт «привет» · сообщение не подходит под условие',
    '# Стрелки из текущего блока',
    'стрелка 7 — сравнение неверно · total > 5',
    'стрелка 8 — подошло',
    'Ответ записан: phone = +7',
    '# блок 5',
    '1',
    'Сказал: «Спасибо»',
    'Запланировано: блок 5, 14:05',
    'Отменено: блок 5 — клиент вышел из блока',
  ])
  expect(turn.map(({ kind }) => kind)).toEqual(['search', 'search', 'notes', 'visit'])
})

it('keeps what happened in one block together and apart from the next', () => {
  const turn = story(
    { type: 'entered', block: 1, by: 'own-condition', position: 1 },
    { type: 'said', block: 1, text: 'A' },
    { type: 'entered', block: 2, by: 'automatic', arrow: 3, position: 1 },
    { type: 'said', block: 2, text: 'B' },
  )
  expect(told(turn)).toEqual(['# блок 1', 'Сказал: «A»', '# блок 2', 'Сказал: «B»'])
  expect(turn.map((chapter) => (chapter.kind === 'visit' ? chapter.detail : ''))).toEqual([
    'по своему условию',
    'автоматически · клиент остался где был',
  ])
})

it('shows a calculator line with its value, and what was wrong with it', () => {
  const diagnostic = { code: 'division-by-zero', severity: 'error' as const, from: 0, to: 1, line: 2, facts: {} }
  const [chapter] = story(
    { type: 'entered', block: 1, by: 'test', position: 1 },
    { type: 'line', block: 1, line: 2, source: 'x = 1 / 0', target: 'x', diagnostic },
  )
  expect(chapter?.rows).toEqual([
    {
      tone: 'bad',
      text: '2',
      detail: 'words for division-by-zero',
      line: { source: 'x = 1 / 0', target: 'x', value: undefined },
      block: 1,
    },
  ])
})

it("finds words for a problem: its own, the language's, or the code itself", () => {
  const [chapter] = story(
    { type: 'problem', code: 'bad-button-code', block: 1, facts: {} },
    { type: 'problem', code: 'reserved-name', facts: { variable: 'question' } },
    { type: 'problem', code: 'limit-new', facts: {} },
  )
  expect(chapter?.rows.map(({ text, detail }) => [text, detail])).toEqual([
    ['Неполадка: код кнопок не прочитался, кнопок нет', undefined],
    ['Неполадка: words for reserved-name', 'question'],
    ['Неполадка: limit-new', undefined],
  ])
})

it('cuts a long text and says when there was only an attachment', () => {
  const [chapter] = story({ type: 'said', block: 1, text: 'а'.repeat(500) }, { type: 'said', block: 1, text: '' })
  expect(chapter?.rows[0]?.text.length).toBeLessThan(140)
  expect(chapter?.rows[1]?.text).toBe('Сказал: «только вложение»')
})

it.each(['ru', 'en'] as const)('has words for everything that can happen: %s', (language) => {
  const everything: TraceEntry[] = [
    ...(['paused', 'blocked', 'disabled', 'unsubscribed'] as const).map((why) => ({ type: 'ignored', why }) as const),
    { type: 'resubscribed' },
    { type: 'nothing-matched' },
    ...([1, 2, 3, 4, 5, 6, 7] as const).map((tier) => ({ type: 'examined', tier, block: 1, why: 'condition' }) as const),
    ...(
      [
        'fired',
        'planned',
        'condition',
        'ignored-text',
        'comparison',
        'comparison-error',
        'answered-once',
        'travelled-once',
        'callback-only',
        'deaf-to-callbacks',
        'timer-only',
        'target-gone',
      ] as const
    ).map((why) => ({ type: 'examined', tier: 3, arrow: 1, why }) as const),
    ...(['own-condition', 'arrow', 'automatic', 'timer', 'broadcast', 'operator', 'test', 'api'] as const).map(
      (by) => ({ type: 'entered', block: 1, by, position: 1 }) as const,
    ),
    ...(['empty', 'none', 'unsubscribed', 'blocked'] as const).map((why) => ({ type: 'said-nothing', block: 1, why }) as const),
    ...(['comparison', 'in-the-past', 'bad-date', 'bad-time', 'bad-delay', 'used-once', 'limit', 'no-target'] as const).map(
      (why) => ({ type: 'not-planned', arrow: 1, why }) as const,
    ),
    ...(['arrow-cancels-timers', 'left-the-block', 'replanned', 'function', 'client-blocked', 'operator', 'arrow-gone'] as const).map(
      (why) => ({ type: 'cancelled', pending, why }) as const,
    ),
    ...(['paused', 'rescheduled'] as const).map((why) => ({ type: 'postponed', pending: 1, until: 0, why }) as const),
    ...(['used-once', 'arrow-gone', 'block-gone', 'blocked', 'too-late'] as const).map(
      (why) => ({ type: 'dropped', pending, why }) as const,
    ),
    ...[6000, 600_000, 90_000_000].map((by) => ({ type: 'late', pending: 1, by }) as const),
    { type: 'order-closed', order: 4 },
    ...['comparison-error', 'bad-button-code', 'no-such-block', 'limit-pattern'].map(
      (code) => ({ type: 'problem', code, facts: {} }) as const,
    ),
    ...(['transitions', 'blocks-per-minute'] as const).map((limit) => ({ type: 'limit', limit, block: 1 }) as const),
  ]
  const words = JSON.stringify(traceStory(trace(...everything), names, sayIn(language)))
  // A key without a text comes back as itself.
  expect(words).not.toMatch(/"[a-zA-Z]+\.[a-zA-Z0-9-]+( ·|")/)
  for (const kind of [
    'text',
    'button',
    'callback',
    'attachment',
    'timer',
    'send-block',
    'unsubscribed',
    'cancel-pending',
    'reschedule-pending',
  ] as const) {
    expect(turnTitle({ ...trace(), event: { kind, subject: 'x' } }, sayIn(language))).not.toContain('events.')
  }
})

describe('why not', () => {
  const flow = {
    blocks: [blankBlock(1, { type: 'start', condition: 'привет' }), blankBlock(2), blankBlock(3)],
    arrows: [
      blankArrow(7, 2, 3, { condition: 'да' }),
      blankArrow(8, 3, 1, { condition: 'нет' }),
      blankArrow(9, 2, 3, { delay: { value: 0, unit: 'seconds' } }),
      blankArrow(10, 2, 3, { delay: { value: 5, unit: 'days' } }),
    ],
  }
  const turn = trace(
    { type: 'examined', tier: 1, block: 1, why: 'condition' },
    { type: 'examined', tier: 3, arrow: 7, why: 'fired' },
    { type: 'entered', block: 3, by: 'arrow', arrow: 7, position: 3 },
  )
  const ask = (asked: Parameters<typeof whyNot>[0]) => whyNot(asked, turn, flow, 2, names, say)

  it.each([
    [{ block: 1 }, 'Проверено и не сработало: сообщение не подходит под условие.'],
    [{ arrow: 7 }, 'Сработало: подошло.'],
    [{ block: 3 }, 'На этом ходу сюда пришли.'],
    [{ block: 2 }, 'Этот блок не отвечает сам: в него попадают по стрелке или рассылкой.'],
    [{ arrow: 8 }, 'Клиент стоял не в том блоке: стрелка слушает, только пока он в блоке «блок 3».'],
    [{ arrow: 9 }, 'Эта стрелка срабатывает сама, как только выполнится её блок.'],
    [{ arrow: 10 }, 'срабатывает только по таймеру, на сообщения не отвечает'],
    [{ arrow: 99 }, 'Этого уже нет в черновике.'],
  ])('%j', (asked, answer) => expect(ask(asked)).toBe(answer))

  it('names what fired before an element that was not reached', () => {
    const other = { ...flow, blocks: [...flow.blocks, blankBlock(4, { type: 'nonstate_cond', condition: 'да' })] }
    expect(whyNot({ block: 4 }, turn, other, 2, names, say)).toBe('До этого не дошла очередь: раньше сработало «стрелка 7».')
  })
})
