import { definePublicAction } from '../action.ts'
import { readPhone } from '../read-phone.ts'
import { fail } from '../refused.ts'

/** Whether a number is on WhatsApp is known by its channel alone. */
export const checkWhatsapp = definePublicAction({
  name: 'check_whatsapp',
  needs: 'clients.read',
  async run({ params }) {
    readPhone(params, 'phone')
    throw fail(400, 'whatsapp is not connected')
  },
})
