import type { FunctionDefinition } from '../define-function.ts'
import { createTask } from './create-task.ts'
import { deleteTask } from './delete-task.ts'
import { doneTask } from './done-task.ts'
import { statusTask } from './status-task.ts'
import { updateTask } from './update-task.ts'

export const taskFunctions: readonly FunctionDefinition[] = [createTask, deleteTask, doneTask, statusTask, updateTask]
