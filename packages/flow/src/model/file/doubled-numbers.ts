import type { Project } from '../flow.ts'
import type { FileProblem } from './read-project.ts'

/** Numbers that stand twice where each may stand once: of blocks, arrows, sheets, and of the buttons within a block. */
export function doubledNumbers({ blocks, arrows, sheets }: Project): FileProblem[] {
  return [
    ...doubled(
      sheets.map(({ id }) => id),
      (index) => `sheets[${index}].id`,
    ),
    ...doubled(
      blocks.map(({ number }) => number),
      (index) => `blocks[${index}].number`,
    ),
    ...blocks.flatMap(({ buttons }, block) =>
      doubled(
        buttons.map(({ id }) => id),
        (index) => `blocks[${block}].buttons[${index}].id`,
      ),
    ),
    ...doubled(
      arrows.map(({ id }) => id),
      (index) => `arrows[${index}].id`,
    ),
  ]
}

function doubled(numbers: readonly number[], pathOf: (index: number) => string): FileProblem[] {
  const first = new Map<number, number>()
  return numbers.flatMap((number, index) => {
    const before = first.get(number)
    if (before === undefined) {
      first.set(number, index)
      return []
    }
    return [
      {
        path: pathOf(index),
        message: {
          ru: `Номер ${number} уже занят: ${pathOf(before)}.`,
          en: `The number ${number} is already taken by ${pathOf(before)}.`,
        },
      },
    ]
  })
}
