import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const statusTask = defineHostFunction({
  name: 'status_task',
  category: 'task',
  params: [{ name: 'task_id', type: 'id', about: { ru: 'Номер задачи.', en: 'Number of the task.' } }],
  returns: 'text',
  help: { ru: 'Как обстоят дела с задачей: open, overdue или done.', en: 'How a task stands: open, overdue or done.' },
  onError: { ru: 'Если такой задачи нет – пусто.', en: 'No such task gives nothing.' },
  examples: [
    { script: "t = create_task('ann@example.com', 'Call', '22.01.2030', '')\nstatus_task(t)", gives: 'open' },
    { script: 'status_task(99)', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: (number, { ports }) => onceKnown(ports.tasks.status(number), (status) => status ?? null),
})
