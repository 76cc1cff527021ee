/** Tasks and what they call back. */
import { numbered, ofProject, onlyProject, project, type Cases } from './case.ts'

export const taskCases: Cases = {
  listTasks: {
    good: { params: project, query: { from: '2026-03-01', responsible: 'me', column: 'none' } },
    bad: [[{ params: project, query: { from: '2026-02-30', responsible: 'you', status: 'late' } }, 'from', 'responsible', 'status']],
  },
  getTask: numbered('task'),
  createTask: ofProject(
    { title: 'Call', date: '2026-03-10' },
    { title: ' ', date: '10.03.2026', time: '8:00', priority: 'urgent' },
    'title',
    'date',
    'time',
    'priority',
  ),
  updateTask: numbered('task', { good: { status: 'done' }, bad: { column: 0 }, fields: ['column'] }),
  deleteTask: numbered('task'),
  countTasks: onlyProject,
  taskBadges: ofProject({ clients: [1] }, { clients: ['x'] }, 'clients[0]'),
  listTaskColumns: onlyProject,
  createTaskColumn: ofProject({ name: 'Doing' }, { name: '', color: 10 }, 'name', 'color'),
  updateTaskColumn: numbered('column', { good: { color: 3 }, bad: { name: ' ' }, fields: ['name'] }),
  orderTaskColumns: ofProject({ columns: [2, 1] }, { columns: [0] }, 'columns[0]'),
  deleteTaskColumn: numbered('column'),
  getWorkCallbacks: onlyProject,
  setWorkCallbacks: ofProject({}, { lists: 'yes' }, 'lists'),
}
