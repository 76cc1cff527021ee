/** As the server reads them: `example.com`, `*.example.com`, `localhost:8080`. */
export const isDomain = (text: string): boolean => /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?$/i.test(text)
