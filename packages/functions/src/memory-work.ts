/** Tasks, lists, labels and operators of the in-memory world. */
import type { Memory, MemoryGroup } from './memory-ports.ts'
import type { LabelsPort, ListsPort, OperatorsPort, TasksPort } from './ports.ts'

export function memoryOperators(memory: Memory): OperatorsPort {
  const { operators, notifications } = memory
  const onShift = () => operators.filter(({ status }) => status === 'shift')
  return {
    responsible: () => operators.find(({ email }) => email === memory.responsible),
    free() {
      memory.responsible = undefined
      return true
    },
    assign(email, onlyOnShift, draw) {
      const able = email === undefined || onlyOnShift ? onShift() : operators
      const chosen = email === undefined ? able[Math.floor(draw * able.length)] : able.find((each) => each.email === email)
      memory.responsible = chosen?.email ?? memory.responsible
      return chosen !== undefined
    },
    distribute() {
      const [chosen] = onShift()
      memory.responsible = chosen?.email ?? memory.responsible
      return chosen !== undefined
    },
    status: (email) => operators.find((each) => each.email === email)?.status,
    notify(text, emails, priority) {
      const to = operators.map(({ email }) => email).filter((email) => !emails || emails.includes(email))
      if (to.length) notifications.push({ text, to, priority })
      return to.length > 0
    },
  }
}

export function memoryTasks({ tasks, operators, given }: Memory): TasksPort {
  const known = (email: string | undefined) => email === undefined || operators.some((each) => each.email === email)
  return {
    create(task) {
      if (!known(task.email)) return undefined
      const { time, ...fields } = task
      tasks.set(++given.task, { ...fields, ...(time !== null && { time }), done: false })
      return given.task
    },
    update(number, fields) {
      const task = tasks.get(number)
      if (!task || !known(fields.email)) return false
      tasks.set(number, { ...task, ...fields })
      return true
    },
    done(number) {
      const task = tasks.get(number)
      if (task) tasks.set(number, { ...task, done: true })
      return task !== undefined
    },
    remove: (number) => tasks.delete(number),
    status(number) {
      const task = tasks.get(number)
      return task && (task.done ? 'done' : 'open')
    },
  }
}

export function memoryLists({ lists, clients, given }: Memory): ListsPort {
  const groups = (numbers: readonly number[]): MemoryGroup[] => numbers.flatMap((number) => lists.get(number) ?? [])
  const allThere = (numbers: readonly number[], client: number) => clients.has(client) && numbers.every((number) => lists.has(number))
  const size = (numbers: readonly number[]) => new Set(groups(numbers).flatMap((list) => [...list.clients])).size
  return {
    create(name) {
      lists.set(++given.list, { name, color: 0, clients: new Set() })
      return given.list
    },
    find: (name) => [...lists].find(([, list]) => list.name === name)?.[0],
    add(numbers, client) {
      if (!allThere(numbers, client)) return false
      for (const list of groups(numbers)) list.clients.add(client)
      return true
    },
    remove: (numbers, client) => groups(numbers).filter((list) => list.clients.delete(client)).length > 0,
    move(numbers, client) {
      if (!allThere(numbers, client)) return false
      for (const list of lists.values()) list.clients.delete(client)
      for (const list of groups(numbers)) list.clients.add(client)
      return true
    },
    has: (number, client) => lists.get(number)?.clients.has(client) ?? false,
    size,
    clear(number) {
      lists.get(number)?.clients.clear()
      return lists.has(number)
    },
    members: (number) => lists.get(number)?.clients.size,
    delete: (number) => lists.delete(number),
    randomMember(number, draw) {
      const members = [...(lists.get(number)?.clients ?? [])]
      return members[Math.floor(draw * members.length)]
    },
    ofClient: (client) => new Map([...lists].flatMap(([number, list]) => (list.clients.has(client) ? [[number, list.name]] : []))),
  }
}

export function memoryLabels({ labels, clients, given }: Memory): LabelsPort {
  const find = (name: string) => [...labels].find(([, label]) => label.name === name)?.[0]
  return {
    create(name, color) {
      if (find(name) !== undefined) return undefined
      labels.set(++given.label, { name, color, clients: new Set() })
      return given.label
    },
    find,
    add: (number, client) => clients.has(client) && labels.get(number)?.clients.add(client) !== undefined,
    remove: (number, client) => labels.get(number)?.clients.delete(client) ?? false,
    has: (number, client) => labels.get(number)?.clients.has(client) ?? false,
    removeAll: (numbers, client) => numbers.filter((number) => labels.get(number)?.clients.delete(client)).length,
    clear(number) {
      const had = labels.get(number)?.clients.size ?? 0
      labels.get(number)?.clients.clear()
      return had
    },
    count: (number) => labels.get(number)?.clients.size ?? 0,
    used: (number) => labels.get(number)?.clients.size,
    delete: (number) => labels.delete(number),
    ofClient: (client) => new Map([...labels].flatMap(([number, label]) => (label.clients.has(client) ? [[number, label.name]] : []))),
    clientsWithAll: (numbers) =>
      [...clients.keys()].filter((client) => numbers.every((number) => labels.get(number)?.clients.has(client))).toSorted((a, b) => a - b),
  }
}
