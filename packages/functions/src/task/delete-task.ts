import { defineHostFunction } from '../define-function.ts'

export const deleteTask = defineHostFunction({
  name: 'delete_task',
  category: 'task',
  params: [{ name: 'task_id', type: 'id', about: { ru: 'Номер задачи.', en: 'Number of the task.' } }],
  returns: 'boolean',
  help: { ru: 'Удаляет задачу. Даёт True.', en: 'Deletes a task. Gives True.' },
  onError: { ru: 'Если такой задачи нет, даёт False.', en: 'No such task gives False.' },
  examples: [
    { script: "t = create_task('ann@example.com', 'Call', '22.01.2030', '')\ndelete_task(t)", gives: true },
    { script: 'delete_task(99)', gives: false },
  ],
  failure: false,
  run: (number, { ports }) => ports.tasks.remove(number),
})
