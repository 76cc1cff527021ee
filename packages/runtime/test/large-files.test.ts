/** Whole projects of thousands of blocks come in and are published between the turns of clients (reliability-promises, P11.2). */
import { blankArrow, blankBlock, blankProject, writeProject } from '@voronka/flow'
import { expect, it, onTestFinished } from 'vitest'
import { echo, talk } from './funnel.ts'

const count = 4000
const large = {
  ...blankProject('Large'),
  blocks: Array.from({ length: count }, (_, at) => blankBlock(at + 1, { text: `Block ${at}`, calculator: `x = ${at} + 1` })),
  arrows: Array.from({ length: count }, (_, at) => blankArrow(at + 1, at + 1, ((at * 7) % count) + 1, { condition: `word ${at}` })),
}

/** Has somebody chat for as long as the work lasts; gives how many of his turns were answered before it was done. */
async function answeredDuring(say: (text: string) => Promise<string[]>, work: Promise<unknown>): Promise<number> {
  let isDone = false
  const done = work.finally(() => (isDone = true))
  let answered = 0
  while (!isDone) {
    await say('hello')
    if (!isDone) answered++
  }
  await done
  return answered
}

it('a file of thousands of blocks is taken in, opened and published while others go on', async () => {
  const chat = await talk(echo)
  onTestFinished(() => chat.installation.close())
  const { projects } = chat.installation
  const say = (text: string) => chat.say('anna', text)
  const file: unknown = JSON.parse(writeProject(large))
  const creating = projects.create({ file, language: 'en' })
  expect(await answeredDuring(say, creating)).toBeGreaterThan(0)
  const { id } = await creating
  const draft = await projects.draft(id)
  expect(draft.project.blocks).toHaveLength(count)
  expect(JSON.parse(await projects.file(id))).toMatchObject({ ...(file as object) })
  expect(await answeredDuring(say, projects.publish(id, { revision: 0, note: '' }))).toBeGreaterThan(0)
})

it('of a file with a fault nothing stays, and every fault is told with its place', async () => {
  const chat = await talk(echo)
  onTestFinished(() => chat.installation.close())
  const { projects, db } = chat.installation
  const before = await db.all(db.build.selectFrom('projects').select('id'))
  const faulty: { blocks: { text: unknown }[] } = JSON.parse(writeProject(large))
  for (const block of faulty.blocks.slice(-150)) block.text = 5
  const refused = await projects.create({ file: faulty, language: 'en' }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'bad-file' })
  expect((refused as { details: { problems: { path: string }[] } }).details.problems.map(({ path }) => path)).toEqual(
    Array.from({ length: 100 }, (_, at) => `blocks[${count - 150 + at}].text`),
  )
  expect(await db.all(db.build.selectFrom('projects').select('id'))).toEqual(before)
})
