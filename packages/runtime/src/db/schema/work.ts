/** The work of the people of a project. */
import type { Generated } from 'kysely'

export interface WorkTables {
  operators: {
    project_id: number
    account_id: number
    status: 'shift' | 'break' | 'absent'
    since: number
    last_assigned_at: number
  }
  shifts: {
    id: Generated<number>
    project_id: number
    account_id: number
    status: 'shift' | 'break' | 'absent'
    from_at: number
    to_at: number | null
  }
  assignments: {
    id: Generated<number>
    project_id: number
    account_id: number
    client_id: number
    at: number
  }
  work_settings: {
    project_id: number
    distribution: string
    callbacks: string
    /** When a working period begins or ends next. */
    next_at: number | null
  }
  notifications: {
    id: Generated<number>
    project_id: number
    account_id: number
    at: number
    text: string
    priority: number
    client_id: number | null
    task: number | null
    read: number
  }
  tasks: {
    project_id: number
    number: number
    title: string
    description: string
    day: string
    /** `HH:MM`, null: the whole day; `due_at` is the same moment, of a whole day its end. */
    clock: string | null
    due_at: number
    priority: 'low' | 'medium' | 'high'
    responsible: number | null
    client_id: number | null
    order_number: number | null
    board_column: number | null
    position: number
    status: 'open' | 'done'
    author: number | null
    author_name: string
    attachments: string
    revision: number
    created_at: number
    closed_at: number | null
    test: number
    /** When its responsible is reminded of it; null: he was, or need not be. */
    remind_at: number | null
  }
  task_columns: {
    project_id: number
    number: number
    name: string
    color: number
    position: number
  }
  quick_replies: {
    project_id: number
    number: number
    folder: string
    title: string
    text: string
  }
}
