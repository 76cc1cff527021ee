import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { syncedOrder } from '../shared/orders.ts'
import { readTask } from '../shared/read-task.ts'

export const createTask = defineHostFunction({
  name: 'create_task',
  category: 'task',
  params: [
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
  returns: 'integer',
  help: {
    ru: 'Ставит задачу сотруднику. Она связана с этим клиентом и его текущим заказом. Даёт номер задачи.',
    en: 'Gives an employee a task, linked to this client and his current order. Gives its number.',
  },
  onError: {
    ru: 'Если нет такого сотрудника, название пустое или даты не существует, даёт False.',
    en: 'No such employee, an empty title or a date that does not exist gives False.',
  },
  examples: [
    { script: "create_task('ann@example.com', 'Call', '22.01.2030', 'about price', '08:00')", gives: 1 },
    { script: "create_task('ann@example.com', 'Call', '31.02.2030', '')", gives: false },
  ],
  failure: false,
  run(email, name, date, description, time, { ports }) {
    const task = readTask({ email, name, date, description, time: time ?? '' })
    const { email: to, title, day, time: clock = null, description: text = '' } = task ?? {}
    if (to === undefined || !title || !day) return false
    return onceKnown(syncedOrder(ports), (order) =>
      onceKnown(ports.tasks.create({ email: to, title, day, time: clock, description: text, order }), (number) => number ?? false),
    )
  },
})
