import { blankBlock, blankProject, writeProject } from '@voronka/flow'
import { describe, expect, it } from 'vitest'
import { fileAsProject, largestFileBytes, readFile } from './read-file.ts'

const fileOf = (text: string) => new File([text], 'shop.json')
const given = { fileName: 'My shop.JSON', language: 'en', timezone: 'Europe/Riga' } as const

describe('readFile', () => {
  it('reads what the program writes', async () => {
    const project = { ...blankProject('Shop'), blocks: [blankBlock(1)], lastBlock: 1 }
    expect(await readFile(fileOf(writeProject(project)))).toMatchObject({ ok: true, project, hasSettings: true })
  })

  it('refuses what is no JSON, and names the place of a fault', async () => {
    expect(await readFile(fileOf('name;price'))).toMatchObject({ ok: false, problems: [{ path: '' }] })
    expect(await readFile(fileOf('{"format": 1, "blocks": [{"number": "one"}]}'))).toMatchObject({
      ok: false,
      problems: [{ path: 'blocks[0].number', message: { en: 'This must be a number.' } }],
    })
  })

  it('refuses a file that is too large without reading it', async () => {
    const text = () => Promise.reject(new Error('was read'))
    expect(await readFile({ size: largestFileBytes + 1, text })).toMatchObject({ ok: false })
  })

  it('refuses what the browser cannot read, as a folder', async () => {
    const text = () => Promise.reject(new DOMException('', 'NotReadableError'))
    expect(await readFile({ size: 1, text })).toMatchObject({ ok: false, problems: [{ message: { en: 'The file could not be read.' } }] })
  })
})

describe('fileAsProject', () => {
  it('gives a plain flow document the name of its file, and the language and time zone of the person', async () => {
    const read = await readFile(fileOf('{"format": 1}'))
    expect(read.ok && fileAsProject(read, given).settings).toMatchObject({ name: 'My shop', language: 'en', timezone: 'Europe/Riga' })
  })

  it('leaves the settings of a project file as they are', async () => {
    const read = await readFile(fileOf('{"format": 1, "settings": {"name": "Пекарня", "timezone": "Asia/Tokyo"}}'))
    expect(read.ok && fileAsProject(read, given).settings).toMatchObject({ name: 'Пекарня', language: 'ru', timezone: 'Asia/Tokyo' })
  })
})
