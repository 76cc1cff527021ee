/** The token that goes with every writing call (`csrfHeader`); it comes with `whoAmI` and signing in. */
let token = ''

export const csrfToken = (): string => token
export const keepCsrfToken = (given: string): void => {
  token = given
}
