/**
 * The web chat in headless Chromium: on a site of somebody else, how long until the button and, once it is pressed, the chat are on the screen, with nothing
 * kept from before; the same for the page by itself; and how much a visitor loads.
 */
import type { Browser, Locator, Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { launch, median } from '../../builder/bench/browser.ts'
import { makeProject, publish } from '../../builder/e2e/projects.ts'
import { startServer } from '../../builder/e2e/start-server.ts'
import { foreignSite } from '../e2e/foreign-site.ts'

const rounds = 5
const mostMs = 300
const mostBytes = 30_000

export default async function bench() {
  const server = await startServer({ language: 'en' })
  const path = await publish(server, await makeProject(server, { blocks: [{ number: 1, type: 'start', text: 'Hello' }] }))
  const site = await foreignSite(`<script async src="${server.url}${path}/embed.js"></script>`)
  const bare = await foreignSite('', 'Shop')
  const browser = await launch()
  try {
    const tries: Embedded[] = []
    const [alone, words, framed]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      tries.push(await onSite(browser, site.url))
      alone.push(await byItself(browser, server.url + path, (page) => page.getByRole('textbox')))
      words.push(await byItself(browser, bare.url, (page) => page.getByText('Shop')))
      framed.push(await inFrame(browser, bare.url))
    }
    const word = { name: 'a page with one word', figure: median(words) }
    // A frame of another site is a process of its own, whose start is most of what one waits for.
    const wordInFrame = { name: 'that page in a frame of another site', figure: median(framed) }
    const time = (name: string, figure: number, yardstick = word) => ({
      name,
      figure,
      unit: 'ms',
      yardstick,
      ratio: figure / yardstick.figure,
      target: `< ${mostMs} ms`,
      ok: figure < mostMs,
    })
    const bytes = Math.max(...tries.map((each) => each.bytes))
    return [
      time('the button on a site, from when its script is asked for', median(tries.map(({ button }) => button))),
      time('the chat in its frame, from when the button is pressed', median(tries.map(({ chat }) => chat)), wordInFrame),
      time('the page of the chat', median(alone)),
      { name: 'all that a visitor loads, compressed', figure: bytes / 1000, unit: 'kB', target: '< 30 kB', ok: bytes < mostBytes },
    ]
  } finally {
    await browser.close()
    await site.stop()
    await bare.stop()
    await server.stop()
  }
}

interface Embedded {
  readonly button: number
  readonly chat: number
  readonly bytes: number
}

async function onSite(browser: Browser, address: string): Promise<Embedded> {
  const page = await openPage(browser)
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.url().startsWith(address) || response.request().resourceType() === 'eventsource') return
    sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(address)
  const button = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const asked = performance.getEntriesByType('resource')[0]?.startTime ?? 0
          if (document.querySelector('#voronka-chat')) requestAnimationFrame(() => resolve(performance.now() - asked))
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  const pressed = await page.evaluate(() => {
    document.querySelector('#voronka-chat')?.shadowRoot?.querySelector<HTMLButtonElement>('.launcher')?.click()
    return performance.timeOrigin + performance.now()
  })
  await page.frameLocator('iframe').getByRole('textbox').waitFor()
  const painted = await (page.frames()[1] ?? page).evaluate(firstPaint)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.close()
  return { button, chat: painted - pressed, bytes }
}

/** Milliseconds from when a frame with a page of another site is put into a page until something is painted in it. */
async function inFrame(browser: Browser, address: string): Promise<number> {
  const page = await openPage(browser)
  await page.goto(address)
  const begun = await page.evaluate(
    (src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }))
      return performance.timeOrigin + performance.now()
    },
    address.replace('localhost', '127.0.0.1'),
  )
  await page.frameLocator('iframe').getByText('Shop').waitFor()
  const painted = await (page.frames()[1] ?? page).evaluate(firstPaint)
  await page.close()
  return painted - begun
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  // The runner's compiler wraps functions in this to keep their names; the page does not know it.
  await page.addInitScript('globalThis.__name = (named) => named')
  return page
}

async function byItself(browser: Browser, address: string, sign: (page: Page) => Locator): Promise<number> {
  const page = await openPage(browser)
  await page.goto(address)
  await sign(page).waitFor()
  const took = (await page.evaluate(firstPaint)) - (await page.evaluate(() => performance.timeOrigin))
  await page.close()
  return took
}

/** The moment of the first paint with something in it, on the clock that all frames share. Runs in the page. */
const firstPaint = (): Promise<number> =>
  new Promise((resolve) => {
    const look = () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]
      if (paint) resolve(performance.timeOrigin + paint.startTime)
      else requestAnimationFrame(look)
    }
    look()
  })
