import { writeJson, type Dict } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export type OrdersStore = ReturnType<typeof ordersStore>

/** Orders as far as the conversation needs them; the variables of the active one live in the client's session until it is closed. */
export function ordersStore(db: Db) {
  const highest = db.prepare((build, key: { project: number }) =>
    build
      .selectFrom('orders')
      .select((select) => select.fn.max('number').as('number'))
      .where('project_id', '=', key.project),
  )

  function* next(project: number): Step<number> {
    return ((yield* settle(highest.first({ project })))?.number ?? 0) + 1
  }

  function* add(project: number, client: number, now: number, closed?: Dict): Step<number> {
    const number = yield* next(project)
    yield* settle(
      db.run(
        db.build.insertInto('orders').values({
          project_id: project,
          client_id: client,
          number,
          status: closed ? 'closed' : 'active',
          variables: closed ? writeJson(closed) : '{}',
          created_at: now,
          closed_at: closed ? now : null,
        }),
      ),
    )
    return number
  }

  return {
    /** The number that the project's next order will get. */
    next,

    /** Opens an order and gives its number, unique in the project. */
    open: (project: number, client: number, now: number) => add(project, client, now),

    /** Section 3 of builder-and-runtime, "Close deal": the order keeps its variables as its final snapshot. Without a number one is stored closed. */
    *close(project: number, client: number, number: number | null, variables: Dict, now: number): Step<void> {
      if (number === null) {
        yield* add(project, client, now, variables)
        return
      }
      yield* settle(
        db.run(
          db.build
            .updateTable('orders')
            .set({ status: 'closed', variables: writeJson(variables), closed_at: now })
            .where('project_id', '=', project)
            .where('number', '=', number),
        ),
      )
    },
  }
}
