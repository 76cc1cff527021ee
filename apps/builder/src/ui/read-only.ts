import { createContext } from 'react'

/** Whether what stands below can only be looked at; for fields that are no ordinary ones of the browser. */
export const ReadOnly = createContext(false)
