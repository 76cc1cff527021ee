/**
 * A funnel of 1,000 blocks in headless Chromium against the real server: how long it takes to open, and frames per second while a person pans
 * and drags. There is no graphics card behind it, so what a screen shows is smoother still.
 */
import type { Page } from '@playwright/test'
import { createProject } from '@voronka/api'
import { startServer } from '../e2e/start-server.ts'
import { bestFrames, drag, launch, median } from './browser.ts'

const blocks = 1000
const columns = 25
const rounds = 5

export default async function bench() {
  const server = await startServer({ language: 'en' })
  const browser = await launch()
  try {
    const { id } = createProject.output.parse(await server.api('POST', '/api/projects', { file: bigProject() }))
    const page = await browser.newPage({ storageState: server.storageState, viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    // The runner's compiler wraps functions in this to keep their names; the page does not know it.
    await page.addInitScript('globalThis.__name = (named) => named')
    const address = `${server.url}/p/${id}`
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await openTime(page, address))
    const open = median(times) / 1000
    const script = (await page.evaluate(startBytes)) / 1000
    const pan = await bestFrames(page, () => drag(page, { x: 420, y: 830 }, 300))
    const title = page.locator('.react-flow__node header').nth(8)
    const box = await title.boundingBox()
    if (!box) throw new Error('No block is on the screen.')
    const move = await bestFrames(page, () => drag(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, 160))
    return [
      { name: `open ${blocks} blocks`, figure: open, unit: 's', target: '< 1.5 s', ok: open < 1.5 },
      { name: 'the script that every page begins with', figure: script, unit: 'kB', target: '< 900 kB', ok: script < 900 },
      { name: 'pan', figure: pan, unit: 'frames/s', target: '>= 50', ok: pan >= 50 },
      { name: 'drag a block', figure: move, unit: 'frames/s', target: '>= 50', ok: move >= 50 },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** From the start of the navigation to the frame in which blocks are on the canvas, by the page's own clock. */
async function openTime(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'commit' })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('.react-flow__node')) requestAnimationFrame(() => resolve(performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
}

/** Bytes of that script, unpacked: what the browser has to read before anything is drawn. Runs in the page. */
const startBytes = (): number =>
  performance
    .getEntriesByType('resource')
    .filter(
      (entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming && /\/start-[^/]+\.js$/.test(entry.name),
    )
    .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)

/** Blocks of the usual kinds in a grid, each joined to the next and some across, with texts, buttons and scripts. */
function bigProject(): object {
  const numbers = Array.from({ length: blocks }, (_, index) => index + 1)
  return {
    format: 1,
    settings: { name: `${blocks} blocks` },
    blocks: numbers.map((number) => ({
      number,
      type: number % 40 === 1 ? 'start' : number % 7 === 0 ? 'nonstate' : 'state',
      name: `Step ${number}`,
      x: ((number - 1) % columns) * 380,
      y: Math.floor((number - 1) / columns) * 320,
      text: `Message of block ${number}.\nIt has #{total} in it, and a second line.`,
      ...(number % 40 === 1 && { condition: `word ${number}` }),
      ...(number % 3 === 0 && { buttons: [1, 2].map((id) => ({ id, text: `Answer ${id}`, line: id })) }),
      ...(number % 5 === 0 && { calculator: `total = total + ${number}\nlast = ${number}` }),
    })),
    arrows: numbers.flatMap((number) => [
      ...(number < blocks ? [{ id: number, from: number, to: number + 1, condition: `next ${number}` }] : []),
      ...(number % 4 === 0 && number > columns ? [{ id: blocks + number, from: number, to: number - columns, condition: 'back' }] : []),
    ]),
  }
}
