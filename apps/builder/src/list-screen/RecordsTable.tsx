import clsx from 'clsx'
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly title: string
  cell(row: Row): ReactNode
  /** Smaller, under it. */
  below?(row: Row): ReactNode
  /** Of the whole column: its width, where its text stands. */
  readonly className?: string
  /** Only where there is much room. */
  readonly wide?: boolean
}

export interface Records<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  /** What a telephone shows of a row. */
  card(row: Row): ReactNode
  keyOf(row: Row): number
  /** The row that is open beside the list. */
  readonly opened?: number | undefined
  /** A row opens; its first cell is then a button. Undefined: what leads further stands in the cells. */
  onOpen?(row: number): void
}

/** A table where there is room for one, else a list of cards. */
export function RecordsTable<Row>(records: Records<Row>) {
  const { rows, columns, card, keyOf, opened, onOpen } = records
  // What is open beside it takes the room of the wide columns.
  const shown = opened === undefined ? columns : columns.filter(({ wide }) => !wide)
  return (
    <>
      <table className="hidden w-full table-fixed border-separate border-spacing-0 text-sm md:table">
        <thead>
          <tr>
            {shown.map(({ title, className, wide }) => (
              <th
                key={title}
                scope="col"
                className={clsx(
                  'sticky top-0 z-[1] border-b border-line bg-surface px-3 py-2 text-left text-xs font-normal text-muted',
                  wide && 'hidden lg:table-cell',
                  className,
                )}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} {...records} columns={shown} row={row} />
          ))}
        </tbody>
      </table>
      <ul className="divide-y divide-line md:hidden">
        {rows.map((row) => (
          <li key={keyOf(row)}>
            {onOpen ? (
              <button
                type="button"
                aria-current={opened === keyOf(row) || undefined}
                className="flex w-full flex-col gap-1 px-4 py-3 text-left text-sm hover:bg-hover"
                onClick={() => onOpen(keyOf(row))}
              >
                {card(row)}
              </button>
            ) : (
              <div className="flex flex-col gap-1 px-4 py-3 text-sm">{card(row)}</div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function TableRow<Row>({ row, columns, keyOf, opened, onOpen }: Records<Row> & { readonly row: Row }) {
  const key = keyOf(row)
  const open = opened === key
  return (
    <tr className={open ? 'bg-accent-soft' : 'hover:bg-hover'} onClick={onOpen && (() => onOpen(key))}>
      {columns.map(({ title, cell, below, className, wide }, at) => {
        const under = below?.(row)
        return (
          <td key={title} className={clsx('truncate border-b border-line px-3 py-2 align-top', wide && 'hidden lg:table-cell', className)}>
            {at === 0 && onOpen ? (
              <button
                type="button"
                aria-current={open || undefined}
                className="block max-w-full truncate text-left font-medium hover:underline"
                onClick={(event) => {
                  event.stopPropagation()
                  onOpen(key)
                }}
              >
                {cell(row)}
              </button>
            ) : (
              cell(row)
            )}
            {under && <span className="block truncate text-xs text-muted">{under}</span>}
          </td>
        )
      })}
    </tr>
  )
}
