import { allEndpoints, openApi } from '@voronka/api'
import type { Express } from 'express'
import { version } from '../config/root.ts'

export interface ListedRoute {
  readonly method: string
  readonly path: string
  /** Whom the guard lets through; null: no endpoint of the application's API, it looks itself at who calls (its own docs say how). */
  readonly access: unknown
  /** Parameters and body as JSON schema, where the contract says them. */
  readonly parameters: unknown
  readonly body: unknown
}

/** Every address that the application answers at, read from the application itself (reliability-promises, section 17). */
export function listRoutes(app: Express): ListedRoute[] {
  const documented: Record<string, Record<string, Documented> | undefined> = JSON.parse(JSON.stringify(openApi(version).paths))
  const endpoints = new Map(allEndpoints.map(({ method, path, access }) => [`${method} ${path}`, access]))
  const found = new Map<string, ListedRoute>()
  for (const { method, path } of routesOf(app.router.stack)) {
    const told = documented[path.replace(/:(\w+)/g, '{$1}')]?.[method]
    const route = {
      method: method.toUpperCase(),
      path,
      access: endpoints.get(`${method} ${path}`) ?? null,
      parameters: told?.parameters ?? null,
      body: told?.requestBody?.content ?? null,
    }
    found.set(`${path} ${method}`, route)
  }
  return Array.from(found)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, route]) => route)
}

interface Documented {
  readonly parameters?: unknown
  readonly requestBody?: { readonly content: unknown }
}

interface Layer {
  readonly route?: { readonly path: unknown; readonly stack: readonly { readonly method?: string }[] }
  readonly handle?: unknown
}

/** Routes of an application, also of the routers within it; guards and parsers of bodies stand at addresses of others. */
function* routesOf(stack: readonly Layer[]): Generator<{ method: string; path: string }> {
  for (const { route, handle } of stack) {
    const paths = route ? [route.path].flat().map(String) : []
    for (const path of paths) for (const { method } of route?.stack ?? []) yield { method: method ?? 'all', path }
    if (typeof handle === 'function' && 'stack' in handle && Array.isArray(handle.stack)) yield* routesOf(handle.stack)
  }
}
