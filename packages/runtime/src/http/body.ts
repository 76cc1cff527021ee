import { allEndpoints, createProject, editDraft } from '@voronka/api'
import express, { Router, type Request, type RequestHandler } from 'express'
import { failure } from '../errors.ts'
import { refuseDeeper } from './depth.ts'

/** Sizes of bodies after unpacking (reliability-promises, P7.4). */
export const usualBytes = 1_000_000
export const projectBytes = 32_000_000

const uploads = allEndpoints.filter(({ upload }) => upload).map(({ path }) => path)

/**
 * Reads the JSON bodies of `/api` into `req.body`. Whole projects travel in two calls, which may be larger. What is not JSON is refused before
 * a byte of it is read. Uploads are read by their own routes, as they arrive.
 */
export function readBodies(): Router {
  const router = Router()
  const whole = express.json({ limit: projectBytes, strict: false, type: () => true })
  router.post(uploads, (_req, _res, next) => next('router'))
  router.use('/api', refuseOtherTypes)
  router.post([createProject.path, editDraft.path], whole)
  router.use('/api', express.json({ limit: usualBytes, strict: false, type: () => true }), refuseDeep)
  return router
}

/** The limit that a body of this call has, in words. */
export const limitOf = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`

const refuseOtherTypes: RequestHandler = (req, _res, next) => {
  if (hasBody(req) && !req.is('application/json')) throw failure('wrong-content-type')
  next()
}

const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const refuseDeep: RequestHandler = (req, _res, next) => {
  refuseDeeper(req.body)
  next()
}
