import { randomUUID } from 'node:crypto'
import { ProblemError } from '@shared/domain/problem'
import { readBaseUrl, type Stack } from '@shared/domain/stack'
import type { ParsedInput, StackView } from '@shared/ipc/channels'
import type { StackList } from '../ports/settingsStore'
import type { SecretVault } from './secretVault'
import type { ConnectStack, StackApis } from './stackApis'

export interface StacksOptions {
  readonly settings: StackList
  readonly vault: SecretVault
  readonly apis: StackApis
  readonly connect: ConnectStack
  readonly countOpen: (stackId: string) => number
  /** Whether its name, address and client id are decided by a policy. */
  readonly isGiven: (stack: Stack) => boolean
  /**
   * Lets nothing of a stack be sent while something is done about it.
   * @throws ProblemError action_not_open when something is on its way and does not end
   */
  readonly atRest: (stackId: string, work: () => Promise<void>) => Promise<void>
  /**
   * Discards all open actions of a stack, or none.
   * @throws ProblemError stack_has_waiting_actions when they are not so many
   */
  readonly discardOpen: (stackId: string, count: number) => void
  /**
   * Called after a stack was added, changed, chosen or removed. `moved`: it has another address or client id now;
   * `renamed`: it has another name and is the same for the server.
   */
  readonly onChanged: (stackId: string, what: 'saved' | 'moved' | 'renamed' | 'activated' | 'removed') => void
}

type SaveInput = ParsedInput<'stacks:save'>

/** The customers' accounts on this laptop. */
export class Stacks {
  readonly #options: StacksOptions

  constructor(options: StacksOptions) {
    this.#options = options
  }

  active(): Stack | null {
    const { stacks, activeStackId } = this.#options.settings.knownStacks()
    return stacks.find(({ id }) => id === activeStackId) ?? null
  }

  all(): readonly Stack[] {
    return this.#options.settings.knownStacks().stacks
  }

  find(stackId: string): Stack | null {
    return this.all().find(({ id }) => id === stackId) ?? null
  }

  /** @throws ProblemError unknown_stack */
  mustKnow(stackId: string): Stack {
    const stack = this.find(stackId)
    if (stack === null) throw new ProblemError({ kind: 'unknown_stack' })
    return stack
  }

  list(): Promise<StackView[]> {
    return Promise.all(this.all().map((stack) => this.#view(stack)))
  }

  /**
   * "Test and save", see the channel `stacks:save` for its problems. Nothing is kept of credentials that fail. A name
   * is nobody's business but this laptop's: where only that is new, neither the server nor the secret is needed.
   */
  async save(input: SaveInput): Promise<StackView> {
    const before = input.id === null ? null : this.mustKnow(input.id)
    const stack: Stack = {
      id: before?.id ?? randomUUID(),
      name: input.name,
      baseUrl: this.#usableUrl(input.baseUrl),
      clientId: input.clientId
    }
    this.#mayChange(before, stack)
    this.#check(before, stack)
    if (isRenaming(before, stack, input.clientSecret)) {
      this.#write(before, stack)
      this.#options.onChanged(stack.id, 'renamed')
      return this.#view(stack)
    }
    const secret = await this.#secretFor(before, stack, input.clientSecret)
    await this.#test(stack, secret)
    // While the server was asked, something else may have been done here.
    this.#check(before, stack)
    await this.#options.apis.change(stack.id, () => this.#keep(before, stack, input))
    this.#options.onChanged(stack.id, isMove(before, stack) ? 'moved' : 'saved')
    return this.#view(stack)
  }

  /** @throws ProblemError unknown_stack */
  activate(stackId: string): void {
    this.mustKnow(stackId)
    this.#options.settings.keepStacks({ stacks: this.all(), activeStackId: stackId })
    this.#options.onChanged(stackId, 'activated')
  }

  /** @throws ProblemError stack_has_waiting_actions while any of its actions is open; set_by_policy */
  async remove(stackId: string): Promise<void> {
    this.#mayGo(stackId)
    this.#mustBeOpen(stackId, 0)
    // While the keychain is busy, something may be captured: it must not be left without its stack.
    await this.#takeAway(stackId, () => this.#mustBeOpen(stackId, 0))
  }

  /**
   * Removes a stack that a person has given up together with what waits for it.
   *
   * @param actions how many open actions the person has agreed to lose
   * @throws ProblemError stack_has_waiting_actions when there are not so many; action_not_open when one is on its way
   */
  async giveUp(stackId: string, actions: number): Promise<void> {
    const { atRest, discardOpen } = this.#options
    this.#mayGo(stackId)
    this.#mustBeOpen(stackId, actions)
    await atRest(stackId, () => this.#takeAway(stackId, () => discardOpen(stackId, actions)))
  }

  /** Of a stack that is given only the secret is the person's; and nobody sets up a second one beside it. */
  #mayChange(before: Stack | null, stack: Stack): void {
    const { isGiven } = this.#options
    const isOther = before === null || isMove(before, stack)
    const changesGiven = before !== null && isGiven(before) && (isOther || before.name !== stack.name)
    if (changesGiven || (isOther && isGiven(stack))) throw new ProblemError({ kind: 'set_by_policy' })
  }

  #mayGo(stackId: string): void {
    if (this.#options.isGiven(this.mustKnow(stackId))) throw new ProblemError({ kind: 'set_by_policy' })
  }

  #mustBeOpen(stackId: string, count: number): void {
    if (this.#options.countOpen(stackId) !== count) throw new ProblemError({ kind: 'stack_has_waiting_actions' })
  }

  /**
   * Takes the secret away first: if the keychain refuses, the stack stays, and nothing is orphaned or discarded.
   *
   * @param clear called once nothing but the list of stacks holds it any more
   */
  async #takeAway(stackId: string, clear: () => void): Promise<void> {
    await this.#options.apis.change(stackId, async () => {
      await this.#options.vault.remove(stackId)
      clear()
      const { stacks, activeStackId } = this.#options.settings.knownStacks()
      const left = stacks.filter(({ id }) => id !== stackId)
      this.#options.settings.keepStacks({
        stacks: left,
        activeStackId: activeStackId === stackId ? (left[0]?.id ?? null) : activeStackId
      })
    })
    this.#options.onChanged(stackId, 'removed')
  }

  async #keep(before: Stack | null, stack: Stack, { clientSecret, keep }: SaveInput): Promise<void> {
    const { vault } = this.#options
    const putBack = clientSecret === null ? null : await vault.keep(stack.id, clientSecret, keep, isMove(before, stack))
    try {
      // While the keychain was busy, something may have been captured, or done here.
      this.#check(before, stack)
      this.#write(before, stack)
    } catch (error) {
      await putBack?.()
      throw error
    }
  }

  #write(before: Stack | null, stack: Stack): void {
    const { settings } = this.#options
    const { stacks, activeStackId } = settings.knownStacks()
    const known = before === null ? [...stacks, stack] : stacks.map((each) => (each.id === stack.id ? stack : each))
    settings.keepStacks({ stacks: known, activeStackId: before === null ? stack.id : activeStackId })
  }

  async #view(stack: Stack): Promise<StackView> {
    return {
      ...stack,
      secret: await this.#options.vault.placeOf(stack.id),
      active: this.active()?.id === stack.id,
      openActions: this.#options.countOpen(stack.id)
    }
  }

  #usableUrl(text: string): string {
    const reading = readBaseUrl(text)
    if (!reading.ok) throw new ProblemError({ kind: reading.kind })
    return reading.baseUrl
  }

  #check(before: Stack | null, stack: Stack): void {
    if (before !== null) this.mustKnow(before.id)
    const same = (name: string): boolean => name.toLocaleLowerCase() === stack.name.toLocaleLowerCase()
    if (this.all().some(({ id, name }) => id !== stack.id && same(name))) {
      throw new ProblemError({ kind: 'stack_name_taken' })
    }
    // Waiting actions were captured for one server and one customer; they must not find themselves at another.
    if (isMove(before, stack) && this.#options.countOpen(stack.id) > 0) {
      throw new ProblemError({ kind: 'stack_has_waiting_actions' })
    }
  }

  async #secretFor(before: Stack | null, stack: Stack, given: string | null): Promise<string> {
    if (given !== null) {
      // Before anybody is asked about it: a mistyped one is often that of another account.
      this.#options.vault.conceal(given)
      return given
    }
    // A stored secret was given for one address: a new address gets it only from the person.
    if (before?.baseUrl !== stack.baseUrl) throw new ProblemError({ kind: 'secret_missing' })
    const kept = await this.#options.vault.read(before.id)
    if (kept === null) throw new ProblemError({ kind: 'secret_missing' })
    return kept
  }

  async #test(stack: Stack, clientSecret: string): Promise<void> {
    const api = this.#options.connect({
      baseUrl: stack.baseUrl,
      credentials: () => Promise.resolve({ clientId: stack.clientId, clientSecret })
    })
    const outcome = await api.signIn()
    if (outcome.type !== 'answered') throw new ProblemError(outcome.problem)
  }
}

/** Whether an old stack speaks to another server, or as another customer, from now on. */
function isMove(before: Stack | null, after: Stack): boolean {
  return before !== null && (before.baseUrl !== after.baseUrl || before.clientId !== after.clientId)
}

/** Whether nothing but the name is new. With nothing new at all, the person wants the stack tested. */
function isRenaming(before: Stack | null, after: Stack, secret: string | null): boolean {
  return before !== null && before.name !== after.name && !isMove(before, after) && secret === null
}
