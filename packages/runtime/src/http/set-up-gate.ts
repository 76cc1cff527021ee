import type { RequestHandler } from 'express'
import { failure } from '../errors.ts'
import type { Installation } from '../installation.ts'

/** Until somebody owns the installation nothing answers but the health check and the page that creates him (reliability-promises, P13.2). */
export const afterSetUp =
  ({ accounts }: Installation): RequestHandler =>
  (_req, _res, next) => {
    // On the path of every chat message: once owned, it is a look at one variable.
    if (accounts.known) return next()
    return accounts.owned().then((owned) => {
      if (!owned) throw failure('set-up-needed')
      next()
    })
  }
