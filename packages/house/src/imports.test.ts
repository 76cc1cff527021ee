/** Who may import whom (architecture, section 1). */
import { describe, expect, it } from 'vitest'
import { importsOf, isTest, sourceFiles, type Import } from './source-files.ts'

interface Room {
  /** Folder of the room. */
  readonly folder: string
  /** What it may import of ours besides itself: packages by name, folders by path. */
  readonly may: readonly RegExp[]
  /** What it must never import, of ours or of others. */
  readonly never?: readonly RegExp[]
}

const calculator = /^@voronka\/calculator$/
const functions = /^@voronka\/functions$/
const flowModel = /^@voronka\/flow$/
const anyFlow = /^@voronka\/flow(\/.*)?$/
const api = /^@voronka\/api(\/formatted-text)?$/
const world = /^node:|^express|^better-sqlite3|^kysely|^pg$|^pino/

const rooms: readonly Room[] = [
  { folder: 'packages/calculator/src', may: [], never: [world, /^react/] },
  { folder: 'packages/functions/src', may: [calculator], never: [world, /^react/] },
  { folder: 'packages/flow/src/model', may: [calculator, functions], never: [world, /^react/, /^packages\/flow\/src\/(engine|starters)/] },
  { folder: 'packages/flow/src/starters', may: [/^packages\/flow\/src\/model\//], never: [world, /^react/] },
  { folder: 'packages/flow/src/matcher', may: [calculator, /^packages\/flow\/src\/model\//], never: [world, /^react/] },
  { folder: 'packages/flow/src/engine', may: [calculator, functions, /^packages\/flow\/src\/(model|matcher)\//], never: [world, /^react/] },
  { folder: 'packages/api/src', may: [anyFlow], never: [world, /^react/] },
  { folder: 'packages/runtime/src', may: [api, anyFlow, calculator, functions], never: [/^react/] },
  {
    folder: 'packages/runtime/src/channels',
    may: [api, anyFlow, functions],
    never: [/^packages\/runtime\/src\/(worker|projects|clients)\/(?!contract)/],
  },
  { folder: 'packages/runtime/src/telephony', may: [api, functions], never: [world, /^packages\/runtime\/src\/(?!telephony\/)/] },
  { folder: 'apps/builder/src', may: [api, anyFlow, calculator, functions], never: [/^node:/, /^@voronka\/runtime/] },
  { folder: 'apps/widget/src', may: [api], never: [/^node:/, /^react/] },
]

const sources = sourceFiles().filter((file) => /\.tsx?$/.test(file) && !isTest(file))

describe.each(rooms)('$folder', ({ folder, may, never = [] }) => {
  const imports = sources.filter((file) => file.startsWith(`${folder}/`)).flatMap(importsOf)
  const show = ({ from, to }: Import) => `${from} imports ${to}`

  it('imports of ours only what the table allows', () => {
    const ours = imports.filter(({ to }) => (to.startsWith('@voronka/') || /^(packages|apps)\//.test(to)) && !to.startsWith(`${folder}/`))
    const outside = folder === 'packages/runtime/src/channels' ? ours.filter(({ to }) => to.startsWith('@voronka/')) : ours
    expect(outside.filter(({ to }) => !may.some((allowed) => allowed.test(to))).map(show)).toEqual([])
  })

  it('imports nothing that it must never import', () => {
    expect(imports.filter(({ to }) => never.some((forbidden) => forbidden.test(to))).map(show)).toEqual([])
  })
})

it('has no cycle between packages', () => {
  const order = ['calculator', 'functions', 'flow', 'api', 'runtime']
  const backwards = sources.flatMap(importsOf).filter(({ from, to }) => {
    const here = order.indexOf(from.split('/')[1] ?? '')
    const there = order.indexOf(to.split('/')[1] ?? '')
    return from.startsWith('packages/') && to.startsWith('@voronka/') && here !== -1 && there > here
  })
  expect(backwards).toEqual([])
})

it('holds flow/model free of the engine', () => {
  const model = sources.filter((file) => file.startsWith('packages/flow/src/model/')).flatMap(importsOf)
  expect(model.filter(({ to }) => flowModel.test(to) || /engine|matcher/.test(to))).toEqual([])
})

/** What only some installations need, or not from the start: loaded when first needed (architecture, section 1). */
const forSome = ['@node-rs/argon2', 'csv-parse', 'file-type', 'graphile-worker', 'grammy', 'multer', 'nodemailer', 'pg', 'undici']

it('starts a server without what only some need', () => {
  const reached = new Map<string, string>()
  const visit = (file: string): void => {
    for (const { to, how } of importsOf(file)) {
      if (how !== 'at once' || reached.has(to)) continue
      reached.set(to, file)
      if (to.startsWith('packages/runtime/src/')) visit(to)
    }
  }
  for (const file of ['cli/main.ts', 'http/serve.ts', 'config/logger.ts']) visit(`packages/runtime/src/${file}`)
  expect(reached.size).toBeGreaterThan(100)
  const wrong = Array.from(reached).filter(([to]) => forSome.some((name) => to === name || to.startsWith(`${name}/`)))
  expect(wrong.map(([to, from]) => `${from} imports ${to}`)).toEqual([])
})
