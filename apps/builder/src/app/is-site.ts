/** A site as the server reads it: `example.com`, `*.example.com`, `localhost:8080`. */
export const isSite = (text: string): boolean => /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?$/i.test(text)
