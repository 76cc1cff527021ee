/** The ten colours of labels, by number (crm-and-tasks, section 10): light grey, yellow, blue, red, pink, beige, violet, light blue, grey, green. */
export const labelColors: readonly string[] = [
  'bg-state-grey/50',
  'bg-state-yellow',
  'bg-state-blue',
  'bg-state-red',
  'bg-state-pink',
  'bg-state-orange/60',
  'bg-state-violet',
  'bg-state-cyan',
  'bg-state-grey',
  'bg-state-green',
]
