import { Ellipsis } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from '../ui/index.ts'

/** Opens the menu of a row; what a `Menu` hands its trigger goes through. */
export const RowMenuButton = (props: Omit<ComponentProps<typeof IconButton>, 'icon'>) => (
  <IconButton {...props} icon={<Ellipsis size={16} />} />
)
