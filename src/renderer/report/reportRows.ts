import type { Action } from '@shared/domain/action'
import { ownReasonIn } from '@shared/domain/discardReason'
import type { Deed, ShownThing } from '@shared/domain/visit'
import { wordsIn, type Words } from '@/domainWords'
import type { Language, Translator } from '@/i18n'
import { intentWordsIn, type IntentWords } from '@/intentWords'
import { reasonIn } from '@/reasonWords'
import { visitThingWordsIn, type VisitThingWords } from '@/visits/visitThingWords'
import type { LineWriter, PageLine } from './pageLine'
import type { ReportAction, ReportContent, ReportThing } from './reportContent'
import { localWords } from './reportTimes'

type Cell = readonly PageLine[]

/** One row for each thing: its number, what it is, where it is, what was done with which result, and whether it arrived. */
export function reportRows(content: ReportContent, i18n: Translator, language: Language, write: LineWriter): Cell[][] {
  const words = wordsIn(i18n, language)
  const teller = new RowTeller(i18n, language, write, {
    words,
    intents: intentWordsIn(i18n),
    visit: visitThingWordsIn(i18n, words)
  })
  return content.things.map((each) => teller.row(each))
}

interface AllWords {
  readonly words: Words
  readonly intents: IntentWords
  readonly visit: VisitThingWords
}

class RowTeller {
  readonly #t: Translator['t']
  readonly #language: Language
  readonly #write: LineWriter
  readonly #words: AllWords

  constructor({ t }: Translator, language: Language, write: LineWriter, words: AllWords) {
    this.#t = t
    this.#language = language
    this.#write = write
    this.#words = words
  }

  row(each: ReportThing): Cell[] {
    const { plain, strong } = this.#write
    const { thing } = each
    return [
      [plain(String(thing.no))],
      [strong(thing.tuid), plain(this.#words.words.kindOf(thing.tuid))],
      this.#place(thing),
      [...this.#state(each), ...each.deeds.flatMap((deed) => this.#deed(deed.deed, deed.actions))],
      this.#arrival(thing)
    ]
  }

  #place({ place, note, photos }: ShownThing): Cell {
    const { plain } = this.#write
    const lines = [this.#words.visit.place(place), note].filter((text) => text !== '').map(plain)
    return photos.length === 0 ? lines : [...lines, plain(this.#t('report.photos', photos.length))]
  }

  /** What the thing's place in the visit says, where its actions do not say all. */
  #state({ thing, mark }: ReportThing): Cell {
    const { plain, strong } = this.#write
    switch (mark.kind) {
      case 'held':
        return [strong(this.#t('report.marks.held', { why: this.#words.visit.flags(thing.flags) }))]
      case 'captured':
        return [strong(this.#t('report.marks.captured'))]
      case 'left':
      case 'undone':
      case 'none':
        return [plain(this.#t(`report.marks.${mark.kind}`))]
      default:
        return []
    }
  }

  #deed(deed: Deed, actions: readonly ReportAction[]): Cell {
    const { plain } = this.#write
    const isUndo = ownReasonIn(deed.reason) === 'taken_back'
    const what = isUndo ? this.#t('report.takenBack') : this.#words.visit.deed(deed)
    const reason = isUndo || deed.reason === '' ? [] : [plain(this.#t('report.reason', { reason: deed.reason }))]
    return [plain(`${what}, ${this.#time(deed.at)}`), ...reason, ...actions.flatMap((each) => this.#action(each))]
  }

  #action({ action, mark, seq }: ReportAction): Cell {
    const { plain, strong } = this.#write
    const what = action === null ? this.#t('report.actionNo', { no: seq }) : this.#words.intents.intent(action.intent)
    const time = mark.at === null ? '' : this.#time(mark.at)
    const result = this.#t(`report.marks.${mark.kind}`, { time, why: whyOf(action, this.#t) })
    const isSure = mark.kind === 'confirmed' || mark.kind === 'discarded'
    const further = action === null ? [] : this.#further(action)
    return [plain(`${what}:`), isSure ? plain(result) : strong(result), ...further.map(plain)]
  }

  #further({ intent, need, lastAttempt, discardReason }: Action): string[] {
    const shows = need?.serverShows ?? null
    const words = need === null ? null : (lastAttempt?.words ?? null)
    const reason =
      discardReason === null || ownReasonIn(discardReason) === 'taken_back' ? '' : reasonIn(this.#t, discardReason)
    return [
      ...(shows === null ? [] : [this.#t('report.serverShows', { value: this.#words.intents.value(intent, shows) })]),
      ...(words === null ? [] : [this.#t('report.said', { words })]),
      ...(reason === '' ? [] : [this.#t('report.reason', { reason })])
    ]
  }

  #arrival({ arrival }: ShownThing): Cell {
    const { plain, strong } = this.#write
    if (arrival === null) return [plain(this.#t('report.notInstalled'))]
    const { heardAt, askedAt, alerts } = arrival
    const types = alerts.map((type) => this.#words.words.alertType(type)).join(', ')
    return [
      heardAt === null
        ? strong(
            askedAt === null
              ? this.#t('report.neverAsked')
              : this.#t('report.silentAsOf', { time: this.#time(askedAt) })
          )
        : plain(this.#t('report.heardAt', { time: this.#time(heardAt) })),
      ...(alerts.length > 0 ? [strong(this.#t('report.alerts', { types }))] : []),
      ...(alerts.length === 0 && askedAt !== null ? [plain(this.#t('report.noAlerts'))] : [])
    ]
  }

  #time(at: number): string {
    return localWords(at, this.#language)
  }
}

function whyOf(action: Action | null, t: Translator['t']): string {
  return action?.need == null ? '' : t(`queue.needs.${action.need.reason}`)
}
