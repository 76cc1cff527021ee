import { defineHostFunction } from '../define-function.ts'
import { readTask } from '../shared/read-task.ts'

export const updateTask = defineHostFunction({
  name: 'update_task',
  category: 'task',
  params: [
    { name: 'task_id', type: 'id', about: { ru: 'Номер задачи.', en: 'Number of the task.' } },
    { name: 'email', type: 'text', about: { ru: 'Почта ответственного.', en: 'E-mail of the responsible person.' } },
    { name: 'name', type: 'text', about: { ru: 'Название.', en: 'The title.' } },
    { name: 'date_srok', type: 'text', about: { ru: 'Срок: ДД.ММ.ГГГГ.', en: 'Due date: DD.MM.YYYY.' } },
    { name: 'description', type: 'text', about: { ru: 'Описание.', en: 'The description.' } },
    {
      name: 'time_srok',
      type: 'text',
      optional: true,
      about: { ru: 'Время ЧЧ:ММ; без него – на весь день.', en: 'Time HH:MM; without it: the whole day.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Меняет задачу; пустые поля остаются прежними. Даёт True.',
    en: 'Changes a task; empty fields stay as they are. Gives True.',
  },
  onError: {
    ru: 'Если нет такой задачи или сотрудника либо даты не существует, даёт False.',
    en: 'No such task or employee, or a date that does not exist, gives False.',
  },
  examples: [
    { script: "t = create_task('ann@example.com', 'Call', '22.01.2030', '')\nupdate_task(t, '', 'Call again', '', '')", gives: true },
    { script: "update_task(99, '', 'Call', '', '')", gives: false },
  ],
  failure: false,
  run(number, email, name, date, description, time, { ports }) {
    const task = readTask({ email, name, date, description, time: time ?? '' })
    return task ? ports.tasks.update(number, task) : false
  },
})
