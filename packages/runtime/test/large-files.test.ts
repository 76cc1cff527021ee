/** Whole projects of thousands of blocks come in and are published between the turns of clients (reliability-promises, P11.2). */
import { blankArrow, blankBlock, blankProject, writeProject, type Edit, type Project } from '@voronka/flow'
import { drive } from '@voronka/flow/engine'
import { expect, it, onTestFinished } from 'vitest'
import { echo, talk } from './funnel.ts'

const count = 4000
const largeOf = (size: number): Project => ({
  ...blankProject('Large'),
  blocks: Array.from({ length: size }, (_, at) => blankBlock(at + 1, { text: `Block ${at}`, calculator: `x = ${at} + 1` })),
  arrows: Array.from({ length: size }, (_, at) => blankArrow(at + 1, at + 1, ((at * 7) % size) + 1, { condition: `word ${at}` })),
})
const large = largeOf(count)

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

it('what clients run is there when its first message comes, stays while the draft is edited, and is made ready anew while others go on', async () => {
  const chat = await talk(echo)
  onTestFinished(() => chat.installation.close())
  const { projects, flows, db } = chat.installation
  const say = (text: string) => chat.say('anna', text)
  const { id } = await projects.create({ file: JSON.parse(writeProject(largeOf(2000))), language: 'en' })
  await projects.publish(id, { revision: 0, note: '' })
  const now = () => db.transaction(() => flows.published(id))
  const first = await now()
  expect(first).toMatchObject({ version: 1 })
  const edits: Edit[] = [{ type: 'patch-block', number: 1, fields: { text: 'Other' } }]
  await projects.edit(id, { revision: 0, editor: 'tab', edits })
  expect(await now()).toBe(first)

  flows.invalidate(id)
  const reading = [drive(flows.publishedAhead(id)), drive(flows.publishedAhead(id))].map((each) => Promise.resolve(each))
  expect(await answeredDuring(say, Promise.all(reading))).toBeGreaterThan(0)
  const [one, other] = await Promise.all(reading)
  expect([one === other, one === first, one?.compiled.blocks.size]).toEqual([true, false, 2000])
  expect(await now()).toBe(one)

  // What is published meanwhile is not covered by what was read before.
  flows.invalidate(id)
  const outdated = Promise.resolve(drive(flows.publishedAhead(id)))
  await projects.publish(id, { revision: 1, note: '' })
  await outdated
  expect((await now())?.compiled.blocks.get(1)?.block.text).toBe('Other')
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
