/** Times of a day as minutes: `09:30` is 570, the end of the day (`24:00`) 1440. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

export const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

const two = (number: number): string => String(number).padStart(2, '0')

/** The nearest line of the grid. */
export const snapped = (minutes: number, step: number): number => Math.round(minutes / step) * step

/** The line above a point. */
export const lineAbove = (minutes: number, step: number): number => Math.floor(minutes / step) * step

export const dayEnd = 1440
