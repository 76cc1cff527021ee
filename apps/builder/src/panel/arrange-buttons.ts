import type { Button } from '@voronka/flow'

/** Buttons in the order in which they are shown: by row, then by place; those at one place in the order of the list. */
export function inRows(buttons: readonly Button[]): Button[][] {
  const rows = new Map<number, Button[]>()
  for (const button of buttons) rows.set(button.line, [...(rows.get(button.line) ?? []), button])
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.indexInLine - b.indexInLine))
}

/** The list with rows and places counted anew from 0, without holes. */
export function renumbered(rows: readonly (readonly Button[])[]): Button[] {
  return rows.filter((row) => row.length).flatMap((row, line) => row.map((button, indexInLine) => ({ ...button, line, indexInLine })))
}

export function withButton(buttons: readonly Button[], blank: (id: number) => Button, where: { readonly row?: number } = {}): Button[] {
  const button = blank(Math.max(0, ...buttons.map(({ id }) => id)) + 1)
  const rows = inRows(buttons)
  const row = where.row === undefined ? undefined : rows[where.row]
  if (row) row.push(button)
  else rows.push([button])
  return renumbered(rows)
}

export function withoutButton(buttons: readonly Button[], id: number): Button[] {
  return renumbered(inRows(buttons).map((row) => row.filter((button) => button.id !== id)))
}

/**
 * One step up or down, as the keys move it: out of a row it shares into a row of its own, then past the neighbouring row. Left and right change its
 * place inside the row.
 */
export function stepped(buttons: readonly Button[], id: number, step: 'up' | 'down' | 'left' | 'right'): Button[] {
  const rows = inRows(buttons)
  const at = rows.findIndex((row) => row.some((button) => button.id === id))
  const row = rows[at]
  const place = row?.findIndex((button) => button.id === id) ?? -1
  const button = row?.[place]
  if (!row || !button) return [...buttons]
  if (step === 'left' || step === 'right') {
    const to = place + (step === 'left' ? -1 : 1)
    if (to < 0 || to >= row.length) return [...buttons]
    row.splice(place, 1)
    row.splice(to, 0, button)
    return renumbered(rows)
  }
  if (row.length > 1) {
    row.splice(place, 1)
    rows.splice(step === 'up' ? at : at + 1, 0, [button])
    return renumbered(rows)
  }
  const to = at + (step === 'up' ? -1 : 1)
  if (to < 0 || to >= rows.length) return [...buttons]
  rows.splice(at, 1)
  rows.splice(to, 0, row)
  return renumbered(rows)
}

/** Dropped on another button: before it in its row, or, below the last row, into a row of its own. */
export function dropped(buttons: readonly Button[], id: number, target: { readonly before: number } | 'end'): Button[] {
  const moving = buttons.find((button) => button.id === id)
  if (!moving || (target !== 'end' && target.before === id)) return [...buttons]
  const rows = inRows(buttons).map((row) => row.filter((button) => button.id !== id))
  if (target === 'end') rows.push([moving])
  else {
    const row = rows.find((one) => one.some((button) => button.id === target.before))
    if (!row) return [...buttons]
    row.splice(
      row.findIndex((button) => button.id === target.before),
      0,
      moving,
    )
  }
  return renumbered(rows)
}
