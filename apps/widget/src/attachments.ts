/** The files above the field: what is on its way, what is there, what went wrong. */
import { element } from './element.ts'
import type { Sent, Uploader } from './upload.ts'
import type { Words } from './words.ts'

/** Of one message (builder-and-runtime, section 15). */
const most = 10

export interface Attachments {
  readonly list: HTMLElement
  readonly button: HTMLElement
  add(files: readonly File[]): void
  /** Those that are there; undefined while one is on its way. */
  ready(): readonly Sent[] | undefined
  /** One could not be sent, and still stands there. */
  failed(): boolean
  clear(): void
}

export function attachments(upload: Uploader, words: Words, changed: () => void): Attachments {
  const list = element('ul', { class: 'files', hidden: true })
  const field = element('input', { type: 'file', multiple: true, tabindex: '-1', class: 'unseen', 'aria-label': words.attach })
  const clip = element('button', { type: 'button', class: 'clip', 'aria-label': words.attach, title: words.attach }, icon())
  const rows = new Map<HTMLElement, { sent?: Sent; failed?: boolean; stop(): void }>()
  clip.addEventListener('click', () => field.click())
  field.addEventListener('change', () => {
    add([...(field.files ?? [])])
    field.value = ''
  })

  function redraw(): void {
    list.hidden = !rows.size
    clip.disabled = rows.size >= most
    changed()
  }

  function drop(row: HTMLElement): void {
    rows.get(row)?.stop()
    rows.delete(row)
    row.remove()
    redraw()
  }

  function start(file: File): void {
    const bar = element('progress', { max: '1', value: '0', 'aria-label': file.name })
    const what = element('span', { class: 'what' }, element('bdi', {}, file.name), bar)
    const away = element('button', { type: 'button', 'aria-label': `${words.remove} ${file.name}`, title: words.remove }, '×')
    const row = element('li', {}, what, away)
    const running = upload(file, (done) => (bar.value = done))
    rows.set(row, { stop: running.stop })
    away.addEventListener('click', () => drop(row))
    list.append(row)
    running.done.then(
      (sent) => {
        if (!rows.has(row)) return
        rows.set(row, { sent, stop() {} })
        bar.remove()
        if (sent.kind === 'image') row.prepend(element('img', { src: sent.url, alt: '' }))
        redraw()
      },
      (error: Error) => {
        if (!rows.has(row)) return
        rows.set(row, { failed: true, stop() {} })
        const why = error.message === 'too-large' ? words.fileTooLarge : error.message === 'busy' ? words.fileBusy : words.fileFailed
        bar.replaceWith(element('span', { class: 'failure', role: 'alert' }, why))
        redraw()
      },
    )
  }

  function add(files: readonly File[]): void {
    for (const file of files.slice(0, most - rows.size)) start(file)
    redraw()
  }

  return {
    list,
    button: element('span', { class: 'attach' }, field, clip),
    add,
    ready() {
      const all = [...rows.values()].filter(({ failed }) => !failed)
      const there = all.flatMap(({ sent }) => sent ?? [])
      return there.length === all.length ? there : undefined
    },
    failed: () => [...rows.values()].some(({ failed }) => failed === true),
    clear() {
      for (const row of rows.keys()) row.remove()
      rows.clear()
      redraw()
    },
  }
}

function icon(): SVGElement {
  const name = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(name, 'svg')
  const path = document.createElementNS(name, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', 'M21 11l-9 9a6 6 0 0 1-8-8l9-9a4 4 0 0 1 6 6l-9 9a2 2 0 0 1-3-3l8-8')
  svg.append(path)
  return svg
}
