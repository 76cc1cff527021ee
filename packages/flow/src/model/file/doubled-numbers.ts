import type { Crm } from '../crm.ts'
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

/** The same of lists, labels, pipelines, columns, and of the states of all pipelines together. */
export function doubledInCrm({ pipelines, lists, labels, taskColumns, booking }: Crm): FileProblem[] {
  const states = pipelines.flatMap(({ states: own }, at) =>
    own.map(({ id }, index) => ({ id, path: `crm.pipelines[${at}].states[${index}].id` })),
  )
  const numbersOf = (things: readonly { readonly number: number }[], name: string) =>
    doubled(
      things.map(({ number }) => number),
      (index) => `crm.${name}[${index}].number`,
    )
  return [
    ...doubled(
      pipelines.map(({ id }) => id),
      (index) => `crm.pipelines[${index}].id`,
    ),
    ...doubled(
      states.map(({ id }) => id),
      (index) => states[index]?.path ?? '',
    ),
    ...numbersOf(lists, 'lists'),
    ...numbersOf(labels, 'labels'),
    ...numbersOf(taskColumns, 'taskColumns'),
    ...doubled(
      booking.branches.map(({ pipeline }) => pipeline),
      (index) => `crm.booking.branches[${index}].pipeline`,
    ),
    ...(['categories', 'jobTitles', 'services', 'employees'] as const).flatMap((name) => {
      const all = booking.branches.flatMap((branch, at) =>
        branch[name].map(({ id }, index) => ({ id, path: `crm.booking.branches[${at}].${name}[${index}].id` })),
      )
      return doubled(
        all.map(({ id }) => id),
        (index) => all[index]?.path ?? '',
      )
    }),
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
