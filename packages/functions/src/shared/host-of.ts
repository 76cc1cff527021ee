/** Only so much of an address is told: the rest may hold secrets. */
export const hostOf = (url: string): string => /^[a-z]+:\/\/(?:[^@/?#]*@)?([^/?#]*)/i.exec(url)?.[1] ?? url.slice(0, 40)
