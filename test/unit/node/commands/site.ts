import type { Intent } from '@shared/domain/action'
import { keptAnswerTo, sentCommands, type CommandAnswer } from '@shared/domain/commandAnswer'
import { Laptop, type LaptopOptions } from '../laptop/laptop'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export const threshold = (tuid: string, value: number): Intent => ({
  type: 'command',
  tuid,
  commands: [{ tsmId: 13_200, tsmEv: 30, parameters: { threshold: value } }]
})

/** A laptop, and a thing that is sent commands from it. */
export async function site(options: LaptopOptions = {}) {
  const laptop = await Laptop.signedIn({ echo: { mode: 'never' }, ...options })
  const tuid = laptop.role('presence')
  const told: string[] = []
  const news: string[][] = []
  const listen = (): void =>
    laptop.app.answers.listen({
      changed: (_, changed) => told.push(changed),
      news: (_, all) => news.push(all.map((one) => one.tuid))
    })
  listen()
  const send = async (value = 100) => {
    const [action] = laptop.capture(threshold(tuid, value))
    if (action === undefined) throw new Error('nothing was captured')
    await laptop.settle(0)
    return action
  }
  /** What a page would show of the latest command. */
  const shown = (): CommandAnswer => {
    const action = laptop.actions().at(-1)
    const [sent] = action === undefined ? [] : sentCommands(action)
    if (sent === undefined) throw new Error('no command was sent')
    return keptAnswerTo(sent, laptop.app.answers.kept(laptop.stackId, tuid).answers, laptop.clock.now())
  }
  /** How often answers were asked for. */
  const looks = (): number => looksOf(laptop).length
  return { laptop, tuid, told, news, listen, send, shown, looks }
}

export const looksOf = ({ cloud }: Laptop): string[] =>
  cloud.requests.map(({ path }) => path).filter((path) => path.includes('eventid='))
