/** The ten colours of labels and columns, by number (crm-and-tasks, section 10). */
export const columnColors: readonly string[] = [
  'bg-state-grey/60',
  'bg-state-yellow',
  'bg-state-blue',
  'bg-state-red',
  'bg-state-pink',
  'bg-state-orange',
  'bg-state-violet',
  'bg-state-cyan',
  'bg-state-grey',
  'bg-state-green',
]
