import { blankArrow, blankBlock, writeProject } from '@voronka/flow'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { serve, type TestServer } from './serve.ts'

const put = (number: number, fields: Parameters<typeof blankBlock>[1] = {}) => ({ type: 'put-block', block: blankBlock(number, fields) })
const create = async (server: TestServer, body: unknown = {}): Promise<string> =>
  `/api/projects/${(await server.call('POST', '/api/projects', body)).body.id}`

describe('making a project', () => {
  it('begins empty, in the language and with the name asked for', async () => {
    const server = await serve()
    const { status, body } = await server.call('POST', '/api/projects', { name: '  Pizza  ', language: 'en', timezone: 'Europe/Riga' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'Pizza', revision: 0, published: null, changed: true })
    const draft = await server.call('GET', `/api/projects/${body.id}/draft`)
    expect(draft.body.project).toMatchObject({ blocks: [], settings: { name: 'Pizza', language: 'en', timezone: 'Europe/Riga' } })
  })

  it('begins from each starter, in both languages', async () => {
    const server = await serve()
    const { starters } = (await server.call('GET', '/api/starters')).body
    expect(starters.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['shop-basket', 'quiz-lead', 'support-menu']))
    for (const { id, blocks } of starters) {
      for (const language of ['ru', 'en']) {
        const project = await create(server, { starter: id, language })
        const { body } = await server.call('GET', `${project}/draft`)
        expect(body.project.settings.language).toBe(language)
        expect(body.project.blocks).toHaveLength(blocks)
      }
    }
  })

  it('begins from a project file, and gives the same file back to the letter', async () => {
    const server = await serve()
    const document = funnel({ 1: { type: 'start', text: 'Hi' }, 2: {} }, [[1, 2, { condition: 'go' }]], { name: 'From a file' })
    const project = await create(server, { file: document })
    const file = await server.call('GET', `${project}/file`)
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const { crm, ...flow } = file.body
    expect(crm.pipelines).toHaveLength(1)
    expect(`${JSON.stringify(flow, null, 2)}\n`).toBe(writeProject(document))
    const again = await create(server, { file: JSON.stringify(file.body) })
    expect((await server.call('GET', `${again}/file`)).body).toEqual(file.body)
  })

  it('refuses what it cannot begin from, and makes nothing', async () => {
    const server = await serve()
    const refused = async (body: unknown) => (await server.call('POST', '/api/projects', body)).body.error
    expect(await refused({ starter: 'casino' })).toMatchObject({ code: 'starter-not-found' })
    expect(await refused({ file: { format: 99 } })).toMatchObject({ code: 'bad-file', details: { problems: [{ path: 'format' }] } })
    expect(await refused({ file: { format: 1, blocks: [{ number: 1 }, { number: -3 }] } })).toMatchObject({
      details: { problems: [{ path: 'blocks[1].number' }] },
    })
    expect(await refused({ timezone: 'Mars/Olympus' })).toMatchObject({
      code: 'bad-request',
      details: { problems: [{ path: 'timezone' }] },
    })
    expect((await server.call('GET', '/api/projects')).body.projects).toEqual([])
  })
})

describe('the list of projects', () => {
  it('shows the latest changed first, without those in the bin', async () => {
    const server = await serve()
    const [first, second, third] = [
      await create(server, { name: 'A' }),
      await create(server, { name: 'B' }),
      await create(server, { name: 'C' }),
    ]
    await server.advance(1000)
    await server.call('POST', `${first}/draft/edits`, { revision: 0, editor: 'e', edits: [put(1)] })
    await server.call('DELETE', `${second}`)
    const names = async () => (await server.call('GET', '/api/projects')).body.projects.map(({ name }: { name: string }) => name)
    expect(await names()).toEqual(['A', 'C'])
    expect((await server.call('GET', second)).status).toBe(404)
    expect((await server.call('GET', `${second}/draft`)).status).toBe(404)
    expect((await server.call('DELETE', second)).status).toBe(404)
    await server.call('POST', `${second}/restore`)
    expect((await names()).sort()).toEqual(['A', 'B', 'C'])
    expect((await server.call('GET', third)).body).toMatchObject({ name: 'C' })
  })

  it('knows a project by the name that its settings have now', async () => {
    const server = await serve()
    const project = await create(server, { name: 'Old' })
    const edits = [{ type: 'patch-settings', fields: { name: 'New' } }]
    await server.call('POST', `${project}/draft/edits`, { revision: 0, editor: 'e', edits })
    expect((await server.call('GET', project)).body.name).toBe('New')
  })
})

describe('publishing', () => {
  it('freezes numbered versions that later edits do not touch', async () => {
    const server = await serve()
    const project = await create(server, { file: funnel({ 1: { type: 'start', condition: 'hi', text: 'One' } }) })
    const first = await server.call('POST', `${project}/publish`, { revision: 0, note: 'first' })
    expect(first.body).toMatchObject({ number: 1, note: 'first', blocks: 1, arrows: 0, publishedAt: '2026-03-10T11:00:00.000Z' })
    expect((await server.call('GET', project)).body).toMatchObject({ changed: false, published: { number: 1 } })

    const edits = [{ type: 'patch-block', number: 1, fields: { text: 'Two' } }]
    await server.call('POST', `${project}/draft/edits`, { revision: 0, editor: 'e', edits })
    expect((await server.call('GET', project)).body).toMatchObject({ changed: true, published: { number: 1 } })
    await server.call('POST', `${project}/publish`, { revision: 1 })
    const { versions } = (await server.call('GET', `${project}/versions`)).body
    expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1])
    expect((await server.call('GET', `${project}/versions/1`)).body.project.blocks[0].text).toBe('One')
    expect((await server.call('GET', `${project}/file?version=1`)).body.blocks[0].text).toBe('One')
    expect((await server.call('GET', `${project}/file`)).body.blocks[0].text).toBe('Two')
  })

  it('is refused while there are errors, and says which', async () => {
    const server = await serve()
    const project = await create(server, { file: funnel({ 1: { type: 'start', condition: 'hi' } }, [[1, 9]]) })
    const { status, body } = await server.call('POST', `${project}/publish`, { revision: 0 })
    expect(status).toBe(422)
    expect(body.error).toMatchObject({
      code: 'draft-has-errors',
      details: { problems: [{ code: 'arrow-to-nothing', severity: 'error', place: { arrow: 1 } }] },
    })
    expect((await server.call('GET', `${project}/versions`)).body.versions).toEqual([])
  })

  it('is refused when the draft is no longer the one that was looked at', async () => {
    const server = await serve()
    const project = await create(server)
    await server.call('POST', `${project}/draft/edits`, { revision: 0, editor: 'e', edits: [put(1)] })
    expect((await server.call('POST', `${project}/publish`, { revision: 0 })).body.error.code).toBe('draft-outdated')
  })

  it('brings an old version back as a new revision of the draft', async () => {
    const server = await serve()
    const project = await create(server, { file: funnel({ 1: { type: 'start', condition: 'hi' } }) })
    await server.call('POST', `${project}/publish`, { revision: 0 })
    await server.call('POST', `${project}/draft/edits`, { revision: 0, editor: 'e', edits: [put(2), { type: 'remove-block', number: 1 }] })
    const restored = await server.call('POST', `${project}/versions/1/restore`, { revision: 1, editor: 'e' })
    expect(restored.body).toMatchObject({ revision: 2, project: { blocks: [{ number: 1 }], lastBlock: 2 } })
    expect((await server.call('GET', `${project}/draft`)).body).toEqual(restored.body)
    expect((await server.call('POST', `${project}/versions/7/restore`, { revision: 2, editor: 'e' })).status).toBe(404)
    expect((await server.call('POST', `${project}/versions/1/restore`, { revision: 1, editor: 'e' })).status).toBe(409)
  })
})

describe('project variables', () => {
  it('get their starting values once; what was set since stays', async () => {
    const server = await serve()
    const variables = [{ name: 'counter', value: '5' }]
    const project = await create(server, { file: funnel({ 1: { type: 'start', condition: 'hi' } }, [], { variables }) })
    await server.call('PUT', `${project}/variables`, { name: 'counter', value: '6' })
    await server.call('PUT', `${project}/variables`, { name: '__proto__', value: 'safe' })
    await server.call('POST', `${project}/publish`, { revision: 0 })
    const list = async () =>
      new Map((await server.call('GET', `${project}/variables`)).body.variables.map(({ name, value }: never) => [name, value]))
    expect(await list()).toEqual(
      new Map([
        ['counter', '6'],
        ['__proto__', 'safe'],
      ]),
    )
    await server.call('PUT', `${project}/variables`, { name: 'counter', value: '' })
    expect((await list()).has('counter')).toBe(false)
  })
})

describe('channels', () => {
  it('gives every project a web chat under a key that cannot be guessed', async () => {
    const server = await serve()
    const [a, b] = [await create(server), await create(server)]
    const keys = await Promise.all([a, b].map(async (project) => (await server.call('GET', `${project}/channels`)).body.channels[0].key))
    expect(new Set(keys).size).toBe(2)
    expect(keys[0]).toMatch(/^[\w-]{11,}$/)
    expect((await server.call('PATCH', `${b}/channels/${keys[0]}`, { enabled: false })).status).toBe(404)
    const closed = await server.call('PATCH', `${a}/channels/${keys[0]}`, { enabled: false, name: 'Door' })
    expect(closed.body).toMatchObject({ key: keys[0], enabled: false, name: 'Door', path: `/chat/${keys[0]}` })
  })

  it('talks to visitors of the published funnel, not of the draft', async () => {
    const server = await serve()
    const project = await create(server, { file: funnel({ 1: { type: 'nonstate_cond', text: 'old' } }) })
    const { key } = (await server.call('GET', `${project}/channels`)).body.channels[0]
    const say = (id: string) => server.call('POST', `/chat/${key}/messages?wait=1`, { visitor: 'visitor-0001', id, text: 'hello' })
    expect((await say('1')).status).toBe(409)
    await server.call('POST', `${project}/publish`, { revision: 0 })
    const edits = [{ type: 'patch-block', number: 1, fields: { text: 'new' } }]
    await server.call('POST', `${project}/draft/edits`, { revision: 0, editor: 'e', edits })
    expect((await say('2')).body.replies[0].text).toBe('old')
    await server.call('POST', `${project}/publish`, { revision: 1 })
    expect((await say('3')).body.replies[0].text).toBe('new')
    await server.call('DELETE', project)
    expect((await say('4')).status).toBeGreaterThanOrEqual(400)
  })
})

it('tells in the project log what an owner should look at', async () => {
  const server = await serve()
  const project = await create(server, { file: funnel({ 1: { type: 'nonstate_cond', text: 'hi', buttonCode: '[{' } }) })
  await server.call('POST', `${project}/test-chat/1/events`, { kind: 'text', text: 'hi' })
  const { entries } = (await server.call('GET', `${project}/log`)).body
  expect(entries).toMatchObject([{ block: 1, at: '2026-03-10T11:00:00.000Z', count: 1 }])
})

describe('two people in one draft', () => {
  const start = async () => {
    const server = await serve()
    const project = await create(server, { file: funnel({ 1: { type: 'start', condition: 'hi' }, 2: {}, 3: {} }, [[1, 2]]) })
    const edit = (editor: string, revision: number, ...edits: unknown[]) =>
      server.call('POST', `${project}/draft/edits`, { revision, editor, edits })
    const draft = async () => (await server.call('GET', `${project}/draft`)).body
    return { server, project, edit, draft }
  }
  const patch = (number: number, fields: object) => ({ type: 'patch-block', number, fields })

  it('keep each other’s work when they change different things', async () => {
    const { edit, draft } = await start()
    expect((await edit('anna', 0, patch(1, { text: 'A' }))).body).toEqual({ revision: 1, missed: [] })
    expect((await edit('boris', 0, patch(2, { text: 'B' }))).body).toEqual({ revision: 2, missed: [patch(1, { text: 'A' })] })
    expect((await edit('anna', 1, patch(3, { text: 'C' }))).body).toEqual({ revision: 3, missed: [patch(2, { text: 'B' })] })
    expect((await draft()).project.blocks.map(({ text }: { text: string }) => text)).toEqual(['A', 'B', 'C'])
  })

  it('are told when they changed the same thing, and nothing of the second is saved', async () => {
    const { edit, draft } = await start()
    await edit('anna', 0, patch(1, { text: 'A' }))
    const { status, body } = await edit('boris', 0, patch(2, { text: 'B' }), patch(1, { name: 'N' }))
    expect(status).toBe(409)
    expect(body.error).toMatchObject({ code: 'draft-conflict', details: { revision: 1, edits: [patch(1, { text: 'A' })] } })
    expect((await draft()).project.blocks.map(({ text }: { text: string }) => text)).toEqual(['A', '', ''])
  })

  it('may send a batch again whose answer was lost: it counts once', async () => {
    const { edit, draft } = await start()
    await edit('anna', 0, put(4))
    await edit('boris', 0, patch(1, { text: 'B' }))
    expect((await edit('anna', 0, put(4))).body).toEqual({ revision: 2, missed: [patch(1, { text: 'B' })] })
    expect((await draft()).revision).toBe(2)
  })

  it('cannot change what the other removed', async () => {
    const { edit } = await start()
    await edit('anna', 0, { type: 'remove-block', number: 3 })
    expect((await edit('boris', 0, patch(3, { text: 'B' }))).body.error.code).toBe('draft-conflict')
    expect((await edit('boris', 1, patch(3, { text: 'B' }))).status).toBe(409)
  })

  it('load anew after a version was restored under them', async () => {
    const { server, project, edit } = await start()
    await server.call('POST', `${project}/publish`, { revision: 0 })
    await server.call('POST', `${project}/versions/1/restore`, { revision: 0, editor: 'anna' })
    expect((await edit('boris', 0, patch(2, { text: 'B' }))).body.error.code).toBe('draft-outdated')
    expect((await edit('boris', 7, patch(2, { text: 'B' }))).body.error.code).toBe('draft-outdated')
  })

  it('lose nothing when the server stops between two writings of the whole draft', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'voronka-'))
    const server = await serve({}, { database: join(folder, 'test.db') })
    const project = await create(server)
    const edit = (revision: number) =>
      server.call('POST', `${project}/draft/edits`, { revision, editor: 'e', edits: [put(revision + 1, { text: `${revision}` })] })
    for (let revision = 0; revision < 120; revision++) await edit(revision)
    const before = (await server.call('GET', `${project}/draft`)).body
    await server.close()
    const next = await serve({}, { database: join(folder, 'test.db') })
    expect((await next.call('GET', `${project}/draft`)).body).toEqual(before)
    expect(before).toMatchObject({ revision: 120, project: { lastBlock: 120 } })
    await next.close()
    rmSync(folder, { recursive: true })
  })

  it('cannot make it larger than it can be read again', async () => {
    const { edit, draft } = await start()
    const blocks = Array.from({ length: 19_998 }, (_, index) => ({ type: 'put-block', block: { number: index + 4 } }))
    expect((await edit('anna', 0, ...blocks)).body.error).toMatchObject({ code: 'too-much-in-draft' })
    expect((await draft()).revision).toBe(0)
    expect((await edit('anna', 0, ...blocks.slice(1))).status).toBe(200)
  })

  it('add blocks and arrows at the same time', async () => {
    const { edit, draft } = await start()
    await Promise.all([
      edit('anna', 0, put(4), { type: 'put-arrow', arrow: blankArrow(2, 1, 4) }),
      edit('boris', 0, put(5), { type: 'put-arrow', arrow: blankArrow(3, 1, 5) }),
    ])
    const { project, revision } = await draft()
    expect(revision).toBe(2)
    expect(project.arrows.map(({ id, to }: { id: number; to: number }) => [id, to])).toEqual([
      [1, 2],
      [2, 4],
      [3, 5],
    ])
    expect(project).toMatchObject({ lastBlock: 5, lastArrow: 3 })
  })
})
