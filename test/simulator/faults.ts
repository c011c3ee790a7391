/** The ways this server can misbehave. README.md tells what each does. */
export const FAULT_KINDS = [
  'latency',
  'slow-act',
  'late-act',
  'slow',
  'hang',
  'drop-before',
  'act-then-drop',
  'act-partly',
  'status',
  'act-then-status',
  'ok-status',
  'html-502',
  'truncated-json',
  'cut-body',
  'garbage-json',
  'wrong-shape',
  'empty-200'
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface FaultRule {
  match?: {
    method?: string
    /** Part of the path below the base URL (query included), or a pattern for it. */
    path?: string | RegExp
  }
  fault: FaultKind
  /** For 'status', 'act-then-status', 'late-act' and 'ok-status'. */
  status?: number
  /** The server's words in the error body. */
  message?: string
  /** Sent as Retry-After: seconds, or an HTTP date. */
  retryAfter?: number | string
  /** More headers of the answer, such as `location`. */
  headers?: Record<string, string>
  /** Replaces the body of 'garbage-json' and 'wrong-shape'. */
  body?: string
  /** Milliseconds, for the faults that take time. */
  ms?: number
  /** How many requests it strikes before it is used up; without it, all until cleared. */
  times?: number
  /** How many matching requests it lets through first. */
  skip?: number
  /** Whether the request takes effect; each kind has its own default. */
  act?: boolean
}

interface ArmedRule extends FaultRule {
  left: number
  toSkip: number
}

/** The programme of faults. The first rule that matches and is not used up strikes. */
export class Faults {
  #rules: ArmedRule[] = []
  readonly #struck: FaultRule[] = []

  add(...rules: readonly FaultRule[]): void {
    for (const rule of rules) {
      this.#rules.push({ ...rule, left: rule.times ?? Number.POSITIVE_INFINITY, toSkip: rule.skip ?? 0 })
    }
  }

  clear(): void {
    this.#rules = []
  }

  /** The rules still able to strike. */
  get rules(): FaultRule[] {
    return this.#rules.map(({ left, toSkip, ...rule }) => ({
      ...rule,
      ...(Number.isFinite(left) ? { times: left } : {}),
      ...(toSkip > 0 ? { skip: toSkip } : {})
    }))
  }

  /** Every strike so far, for tests that must know that a fault was really met. */
  get struck(): readonly FaultRule[] {
    return this.#struck
  }

  /** Takes the rule for this request, using it up once. */
  take(method: string, path: string): FaultRule | undefined {
    for (const rule of this.#rules) {
      if (!matches(rule, method, path)) continue
      if (rule.toSkip > 0) {
        rule.toSkip -= 1
        continue
      }
      rule.left -= 1
      this.#rules = this.#rules.filter(({ left }) => left > 0)
      this.#struck.push(rule)
      return rule
    }
    return undefined
  }
}

function matches({ match = {} }: FaultRule, method: string, path: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false
  if (match.path === undefined) return true
  return typeof match.path === 'string'
    ? path.includes(match.path)
    : new RegExp(match.path, match.path.flags.replace(/[gy]/g, '')).test(path)
}
