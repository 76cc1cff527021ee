import { create } from 'zustand'

/** What is open around the canvas; it ends with the page. */
export interface Workspace {
  readonly drawer: 'outline' | 'problems' | undefined
  readonly dialog: 'publish' | 'import' | 'keys' | undefined
  /** The palette of blocks and commands, and what is written in it. */
  readonly palette: boolean
  readonly finder: boolean
}

/** A store of its own: opening a drawer renders nothing of the canvas. */
export const useWorkspace = create<Workspace>()(() => ({ drawer: undefined, dialog: undefined, palette: false, finder: false }))

export const openDialog = (dialog: Workspace['dialog']): void => useWorkspace.setState({ dialog })
export const closeDialog = (): void => useWorkspace.setState({ dialog: undefined })
export const toggleDrawer = (drawer: NonNullable<Workspace['drawer']>): void =>
  useWorkspace.setState((state) => ({ drawer: state.drawer === drawer ? undefined : drawer }))
export const closeDrawer = (): void => useWorkspace.setState({ drawer: undefined })
export const showPalette = (palette: boolean): void => useWorkspace.setState({ palette })
export const showFinder = (finder: boolean): void => useWorkspace.setState({ finder })
