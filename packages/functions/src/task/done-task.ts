import { defineHostFunction } from '../define-function.ts'

export const doneTask = defineHostFunction({
  name: 'done_task',
  category: 'task',
  params: [{ name: 'task_id', type: 'id', about: { ru: 'Номер задачи.', en: 'Number of the task.' } }],
  returns: 'boolean',
  help: { ru: 'Завершает задачу. Даёт True, и повторно тоже.', en: 'Completes a task. Gives True, also when it was done before.' },
  onError: { ru: 'Если такой задачи нет, даёт False.', en: 'No such task gives False.' },
  examples: [
    { script: "t = create_task('ann@example.com', 'Call', '22.01.2030', '')\ndone_task(t)", gives: true },
    { script: 'done_task(99)', gives: false },
  ],
  failure: false,
  run: (number, { ports }) => ports.tasks.done(number),
})
