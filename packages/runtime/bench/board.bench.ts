import type { Page } from '@playwright/test'
import { launch } from '../../../apps/builder/bench/launch.ts'
import { boardOf, caller, size, withCrm } from './crm-project.ts'
import type { TestSession } from '../test/owner.ts'

const rounds = 5
const scrollMs = 2000

/**
 * The board in headless Chromium, with 10,000 orders in its first column: how long until cards are on the screen, and frames per second while that
 * column is scrolled and more of it is loaded. There is no graphics card behind it, so what a screen shows is smoother still.
 */
export default () =>
  withCrm(async ({ url }, owner) => {
    const { pipeline } = await boardOf('/api/projects/1', caller(url, owner.headers(url)))
    const browser = await launch()
    try {
      const page = await browser.newPage({ storageState: signedIn(owner, url), viewport: { width: 1440, height: 900 }, locale: 'en-US' })
      const still = `${url}/p/1/lists`
      const bare = await openTime(page, still, 'h1')
      const bareFrames = await page.evaluate<number>(whileScrolling)
      const open = await openTime(page, `${url}/p/1/orders?pipeline=${pipeline}`, '[data-card]')
      const scroll = () => page.evaluate<number>(whileScrolling)
      // The best of three: whatever else the machine is doing takes frames away and never adds any.
      const frames = Math.max(await scroll(), await scroll(), await scroll())
      return [
        {
          name: `the board with ${size.inFirstState.toLocaleString('en')} orders in a column opens`,
          figure: open,
          unit: 's',
          yardstick: { name: 'a screen with next to nothing', figure: bare },
          ratio: open / bare,
          target: '< 1 s',
          ok: open < 1,
        },
        {
          name: 'scrolling that column',
          figure: frames,
          unit: 'frames/s',
          yardstick: { name: 'that screen, at rest', figure: bareFrames },
          ratio: frames / bareFrames,
          target: '>= 50',
          ok: frames >= 50,
        },
      ]
    } finally {
      await browser.close()
    }
  })

function signedIn({ cookie }: TestSession, url: string) {
  const session = {
    name: 'voronka_session',
    value: cookie,
    domain: new URL(url).hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
  }
  return { cookies: [{ ...session, sameSite: 'Lax' as const }], origins: [] }
}

/** Seconds from the start of the navigation to the frame in which that is on the screen, by the page's own clock; the median of some. */
async function openTime(page: Page, address: string, what: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await page.goto('about:blank')
    await page.goto(address, { waitUntil: 'commit' })
    times.push(await page.evaluate<number>(until(what)))
  }
  return (times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0) / 1000
}

/** What runs in the page is text here: this package knows no pages. */
const until = (what: string): string => `new Promise((resolve) => {
  const look = () =>
    document.querySelector('${what}') ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look)
  look()
})`

/** Frames that were drawn each second while the first column, where there is one, moved on a little with each. */
const whileScrolling = `new Promise((resolve) => {
  const column = [...document.querySelectorAll('[data-column]')].find((each) => each.querySelector('[data-card]'))
  const moments = []
  const step = (now) => {
    moments.push(now)
    if (now - moments[0] > ${scrollMs}) return resolve(((moments.length - 1) * 1000) / (now - moments[0]))
    column?.scrollBy(0, 40)
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`
