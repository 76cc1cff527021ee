/** How smooth a page is in headless Chromium. */
import type { Page } from '@playwright/test'

export { launch } from './launch.ts'

/** The best of three: whatever else the machine is doing at the moment takes frames away and never adds any. */
export async function bestFrames(page: Page, act: () => Promise<void>): Promise<number> {
  const tries = [await frames(page, act), await frames(page, act), await frames(page, act)]
  return Math.max(...tries)
}

/** Frames that the page drew each second while something was done. */
async function frames(page: Page, act: () => Promise<void>): Promise<number> {
  const counting = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const moments: number[] = []
        const count = (now: number) => {
          moments.push(now)
          if (document.body.dataset.stop === undefined) return void requestAnimationFrame(count)
          delete document.body.dataset.stop
          const [first = 0] = moments
          resolve(((moments.length - 1) * 1000) / ((moments.at(-1) ?? 0) - first))
        }
        requestAnimationFrame(count)
      }),
  )
  await act()
  await page.evaluate(() => void (document.body.dataset.stop = ''))
  return counting
}

/** To and fro for some seconds, with as many pointer moves as a mouse makes. */
export async function drag(page: Page, from: { x: number; y: number }, width: number): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let turn = 0; turn < 6; turn++) {
    const side = turn % 2 ? -1 : 1
    await page.mouse.move(from.x + side * width, from.y - side * (width / 4), { steps: 40 })
  }
  await page.mouse.move(from.x, from.y, { steps: 20 })
  await page.mouse.up()
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
