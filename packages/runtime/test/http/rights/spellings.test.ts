import { allEndpoints, livePath } from '@voronka/api'
import { Agent } from 'node:http'
import { expect, it } from 'vitest'
import { rawRequest } from '../raw-request.ts'
import { serve } from '../serve.ts'

/** Ways to write an address that some server or proxy reads as the same one. */
const spellings: Readonly<Record<string, (path: string) => string>> = {
  'as it is': (path) => path,
  'a slash more in front': (path) => `/${path}`,
  'two slashes inside': (path) => path.replace('/api/', '/api//'),
  'a slash more at the end': (path) => `${path}/`,
  'capital letters': (path) => path.replace('/api/', '/API/'),
  'capital letters inside': (path) => path.replace('projects', 'Projects'),
  'a dot': (path) => path.replace('/api/', '/api/./'),
  'an encoded dot': (path) => path.replace('/api/', '/api/%2e/'),
  'out and in again': (path) => path.replace('/api/', '/api/x/../'),
  'encoded out and in again': (path) => path.replace('/api/', '/chat/%2e%2e/api/'),
  'an encoded letter': (path) => path.replace('/api/', '/%61pi/'),
  'an encoded slash': (path) => path.replace('/api/', '/api%2f'),
  'a backslash': (path) => path.replace('/api/', '/api\\'),
  'a parameter of the path': (path) => `${path};x=1`,
  'a parameter of its first part': (path) => path.replace('/api/', '/api;x=1/'),
  'an ending that is let through elsewhere': (path) => `${path}.css`,
  'an encoded end of text': (path) => `${path}%00`,
  'an absolute address': (path) => `http://localhost${path}`,
  'a query that names another path': (path) => `${path}?path=/health`,
}

const routes = [
  ...allEndpoints.filter(({ access }) => access !== 'anybody').map(({ method, path }) => ({ method, path })),
  { method: 'get', path: livePath },
  { method: 'get', path: '/api/openapi.json' },
]

const isRefused = (status: number): boolean => [400, 401, 404].includes(status)

/** What is no address of ours may be read as one of the project API (`/api/<key>/<action>`), which refuses such a key in its own words. */
const isNoKey = (text: string): boolean => text.includes('wrong api key') || text.includes('Use GET or POST')

it('lets nobody in by another spelling of an address', async () => {
  const server = await serve({ logLevel: 'error' })
  await server.call('POST', '/api/projects', { name: 'canary-project' })
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  const letIn: string[] = []
  const knock = async (method: string, spelling: string, path: string) => {
    const headers = { host: 'localhost', accept: 'application/json' }
    const body = method === 'get' || method === 'delete' ? '' : '{}'
    const { status, text } = await rawRequest(server.url, { method: method.toUpperCase(), path, headers, body, agent })
    if (!(isRefused(status) || isNoKey(text)) || text.includes('canary'))
      letIn.push(`${method} ${path} (${spelling}): ${status} ${text.slice(0, 200)}`)
  }
  for (const { method, path } of routes) {
    const address = path.replace(/:\w+/g, '1')
    await Promise.all(Object.entries(spellings).map(([spelling, spell]) => knock(method, spelling, spell(address))))
    if (method === 'get') await knock('head', 'only its head', address)
  }
  agent.destroy()
  expect(letIn).toEqual([])
}, 120_000)

it('answers the owner at an address and at its harmless spellings alike, and nothing else', async () => {
  const server = await serve({ logLevel: 'error' })
  const { id } = (await server.call('POST', '/api/projects', { name: 'canary-project' })).body
  const headers = { ...server.headers, host: 'localhost', accept: 'application/json' }
  for (const [spelling, spell] of Object.entries(spellings)) {
    const { status, text } = await rawRequest(server.url, { method: 'GET', path: spell(`/api/projects/${id}`), headers })
    expect(status === 200 ? text.includes('canary') : isRefused(status) || isNoKey(text), `${spelling}: ${status}`).toBe(true)
  }
})

it('sends a file by its own address only', async () => {
  const server = await serve({ logLevel: 'error' })
  await server.call('POST', '/api/projects', {})
  const form = new FormData()
  form.append('file', new Blob(['canary-file']), 'a.txt')
  const { url } = (await server.call('POST', '/api/projects/1/files', form)).body
  expect((await server.as('nobody').call('GET', url)).body).toBe('canary-file')
  const [id = ''] = String(url).split('/').slice(2)
  for (const path of [
    '/files',
    '/files/',
    `/files/${id}`,
    `/files/${id.slice(0, -1)}${id.endsWith('0') ? 1 : 0}/a.txt`,
    `/files/..%2f..%2fvoronka.db/x`,
    `/files/%2e%2e/voronka.db`,
    `//files/${id}/..`,
  ]) {
    const { status, text } = await rawRequest(server.url, { method: 'GET', path, headers: { host: 'localhost' } })
    expect([404, text.includes('canary')], path).toEqual([status, false])
  }
})
