import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allEndpoints } from './all.ts'
import { openApi } from './openapi.ts'

describe('the OpenAPI document', () => {
  const document = openApi('1.2.3')
  const text = JSON.stringify(document)

  it('describes every endpoint once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path ?? {}))
    expect(operations.map((operation) => operationId(operation)).sort()).toEqual(
      [...allEndpoints.map(({ name }) => name), 'liveEvents', 'chatEvents'].sort(),
    )
  })

  it('refers only to schemas that it has, and to nothing outside', () => {
    const refs = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to?.replace('#/components/schemas/', ''))
    expect(refs.filter((to) => !Object.hasOwn(document.components.schemas, to ?? ''))).toEqual([])
  })

  it('says of every operation how its caller is known', () => {
    const { paths, components } = document
    const schemes = Object.keys(components.securitySchemes)
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(operations ?? {})) {
        const { security } = z.object({ security: z.array(z.record(z.string(), z.array(z.never()))) }).parse(operation)
        expect(security.flatMap((way) => Object.keys(way)).filter((name) => !schemes.includes(name))).toEqual([])
        const known = security.map((way) => Object.keys(way).sort().join('+'))
        if (path.startsWith('/chat/')) expect(known, path).toEqual([])
        const ways = method === 'get' ? ['session', 'key'] : ['session+sessionToken', 'key']
        expect(
          known.filter((way) => !ways.includes(way)),
          `${method} ${path}`,
        ).toEqual([])
      }
    }
    const of = (path: string, method: string) => Reflect.get(Object(paths[path]), method).security
    expect(of('/api/session', 'post')).toEqual([])
    expect(of('/api/me', 'get')).toEqual([{ session: [] }])
    expect(of('/api/projects/{projectId}/tasks', 'post')).toEqual([{ session: [], sessionToken: [] }, { key: [] }])
    expect(of('/api/projects/{projectId}/roles', 'post')).toEqual([{ session: [], sessionToken: [] }])
  })

  it('names the header by which calls are repeated safely, on calls that write and on no other', () => {
    const naming = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations ?? {}).flatMap(([method, operation]) =>
        JSON.stringify(operation).includes('"Idempotency-Key"') ? [`${method} ${path}`] : [],
      ),
    )
    expect(naming).toContain('post /api/projects')
    expect(naming.filter((each) => each.startsWith('get ') || each.includes('/chat/'))).toEqual([])
  })

  it('lets a caller leave out what has a default, and promises it in answers', () => {
    const { Edit, Project } = document.components.schemas
    expect(JSON.stringify(Edit)).toContain('"required":["number"]')
    expect(JSON.stringify(Project)).toContain('"required":["format","sheets","blocks","arrows","settings","lastBlock","lastArrow"]')
  })
})

function operationId(operation: unknown): unknown {
  return typeof operation === 'object' && operation !== null && 'operationId' in operation ? operation.operationId : undefined
}
