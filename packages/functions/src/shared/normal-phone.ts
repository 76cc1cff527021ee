/**
 * A phone number as it is stored and compared everywhere (telephony, section 2): digits only, an 8 before ten digits becomes 7, ten digits that
 * begin with 9 get a 7. Undefined: it is none.
 */
export function normalPhone(written: string): string | undefined {
  const digits = written.replaceAll(/[^0-9]/g, '')
  const whole =
    digits.length === 11 && digits.startsWith('8')
      ? `7${digits.slice(1)}`
      : digits.length === 10 && digits.startsWith('9')
        ? `7${digits}`
        : digits
  return whole.length >= 11 && whole.length <= 15 ? whole : undefined
}
