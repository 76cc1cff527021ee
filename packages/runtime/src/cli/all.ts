import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { copy } from './copy.ts'
import { doctor } from './doctor.ts'
import { evalCommand } from './eval.ts'
import { fmt } from './fmt.ts'
import { functionsCommand } from './functions.ts'
import { history } from './history.ts'
import { lint } from './lint.ts'
import { matchCommand } from './match.ts'
import { migrate } from './migrate.ts'
import { openapi } from './openapi.ts'
import { restoreCommand } from './restore.ts'
import { routes } from './routes.ts'
import { simulate } from './simulate.ts'
import { start } from './start.ts'
import { user } from './user.ts'

/** Every command of `voronka`, in the order in which the help lists them. A command loads what it needs when it runs. */
export const commands: readonly Command[] = [
  start,
  migrate,
  backup,
  restoreCommand,
  copy,
  user,
  doctor,
  history,
  lint,
  fmt,
  simulate,
  evalCommand,
  matchCommand,
  functionsCommand,
  openapi,
  routes,
]
