import type { KeptAnswer, KeptAnswers } from './batch-load.ts'

/** The answers that this process gave of late, by actor and key: a retry is known without asking the database. Two generations, as the subjects have. */
export class RecentAnswers implements KeptAnswers {
  #young = new Map<string, KeptAnswer>()
  #old = new Map<string, KeptAnswer>()
  readonly #generation: number

  constructor(generation = 20_000) {
    this.#generation = generation
  }

  get(name: string): KeptAnswer | undefined {
    return this.#young.get(name) ?? this.#old.get(name)
  }

  set(name: string, answer: KeptAnswer): void {
    if (this.#young.size >= this.#generation) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(name, answer)
  }

  forgetAll(): void {
    this.#young = new Map()
    this.#old = new Map()
  }
}
