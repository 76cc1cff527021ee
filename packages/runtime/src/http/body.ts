import { createProject, editDraft } from '@voronka/api'
import express, { Router, type Request, type RequestHandler } from 'express'
import { failure } from '../errors.ts'

/** Sizes of bodies after unpacking, and how deep they may nest (reliability-promises, P7.4). */
const usualBytes = 1_000_000
const projectBytes = 32_000_000
const deepest = 32

/**
 * Reads the JSON bodies of `/api` into `req.body`. Whole projects travel in two calls, which may be larger. What is not JSON is refused before
 * a byte of it is read.
 */
export function readBodies(): Router {
  const router = Router()
  const whole = express.json({ limit: projectBytes, strict: false, type: () => true })
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
  if (isDeeper(req.body, deepest)) throw failure('too-deep', deepest)
  next()
}

/** Level by level, so that no depth of input is a depth of ours. */
function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length; depth++) {
    if (depth > most) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each).filter(isNested) : []))
  }
  return false
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null
