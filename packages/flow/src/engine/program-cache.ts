/** Compiled programs by source text, those not used for longest dropped first. */
export class ProgramCache<Program> {
  readonly #programs = new Map<string, Program>()
  readonly #compile: (source: string) => Program
  readonly #most: number

  constructor(compile: (source: string) => Program, most: number = mostKept) {
    this.#compile = compile
    this.#most = most
  }

  get(source: string): Program {
    const known = this.#programs.get(source)
    if (known !== undefined) {
      // Moving every hit to the end would cost more than the look-up; it matters only once something must go.
      if (this.#programs.size > this.#most / 2) this.#touch(source, known)
      return known
    }
    const program = this.#compile(source)
    this.#programs.set(source, program)
    if (this.#programs.size > this.#most) this.#programs.delete(this.#programs.keys().next().value ?? '')
    return program
  }

  #touch(source: string, program: Program): void {
    this.#programs.delete(source)
    this.#programs.set(source, program)
  }
}

/** Enough for the largest flows; a source is rarely longer than some hundred characters. */
const mostKept = 10_000
