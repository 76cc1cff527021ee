declare module 'jexl' {
  export class Jexl {
    addFunction(name: string, fn: (...args: never[]) => unknown): void
    compile(expression: string): { evalSync(context: Record<string, unknown>): unknown }
  }
}
