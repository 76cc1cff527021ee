import { z } from 'zod'
import { ownFile } from './formatted-text.ts'

/** Where an attachment may lie: on the network, or in the files of the project. Nothing that a page would run (`javascript:`). */
export const attachableSchema = z
  .string()
  .max(4000)
  .refine(
    (address) => ownFile(address) !== undefined || z.url({ protocol: /^https?$/ }).safeParse(address).success,
    'An address that begins with http:// or https://, or of an uploaded file',
  )
