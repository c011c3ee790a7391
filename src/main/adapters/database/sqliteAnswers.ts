import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { keptAnswerSchema, type DifferingAnswer, type KeptAnswer } from '@shared/domain/commandAnswer'
import { thingMessageSchema, type Instant, type ThingMessage } from '@shared/domain/thing'
import type { AnswerStore, FoundAnswer } from '../../ports/answerStore'
import { inJson } from './queueConditions'
import { Statements } from './statements'
import { inLightTransaction } from './transaction'

type Row = Readonly<Record<string, SQLOutputValue>>

/** No page shows more commands of one thing. */
const mostOfThing = 200

/** More than anybody reads: what is beyond is told when these have been seen. */
const mostNews = 200

/** When the server took a command. Word by word as in the index `commands_done` (schema.ts), or that is of no use. */
const acceptedAt = inJson('receipt', 'at')

/** The answers to commands in the same database file as the journal. */
export class SqliteAnswers implements AnswerStore {
  readonly #db: DatabaseSync
  readonly #statements: Statements

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#statements = new Statements(db)
  }

  unanswered(stackId: string, from: Instant, to: Instant, patience: number): number[] {
    return this.#statements
      .of(
        `SELECT seq FROM actions INDEXED BY commands_done
         WHERE stack_id = ? AND type = 'command' AND state = 'done' AND ${acceptedAt} BETWEEN ? AND ?
           AND (NOT EXISTS (SELECT 1 FROM command_answers AS found WHERE found.seq = actions.seq)
             OR EXISTS (SELECT 1 FROM command_answers AS found
               WHERE found.seq = actions.seq AND found.answer IS NULL AND found.looked_at < ${acceptedAt} + ?))
         ORDER BY seq`
      )
      .all(stackId, from, to, patience)
      .map(({ seq }) => Number(seq))
  }

  keep(found: readonly FoundAnswer[]): void {
    if (found.length === 0) return
    // What a power cut takes is looked for again.
    inLightTransaction(this.#db, () => {
      const statement = this.#statements.of(
        `INSERT INTO command_answers (seq, transaction_id, looked_at, answer, news) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (seq, transaction_id) DO UPDATE SET
           looked_at = max(looked_at, excluded.looked_at), answer = excluded.answer, news = excluded.news
         WHERE command_answers.answer IS NULL`
      )
      for (const { seq, transactionId, lookedAt, answer, isNews } of found) {
        const message = answer === null ? null : JSON.stringify(answer)
        statement.run(seq, transactionId, Math.round(lookedAt), message, isNews ? 1 : 0)
      }
    })
  }

  ofThing(stackId: string, tuid: string): KeptAnswer[] {
    return this.#statements
      .of(
        `SELECT found.* FROM actions INDEXED BY actions_of_thing JOIN command_answers AS found USING (seq)
         WHERE stack_id = ? AND tuid = ? AND type = 'command' ORDER BY seq DESC LIMIT ?`
      )
      .all(stackId, tuid, mostOfThing)
      .flatMap((row) => {
        const reading = keptAnswerSchema.safeParse({
          transactionId: row['transaction_id'],
          lookedAt: row['looked_at'],
          answer: messageIn(row)
        })
        return reading.success ? [reading.data] : []
      })
  }

  news(stackId: string): DifferingAnswer[] {
    return this.#statements
      .of(
        `SELECT found.*, tuid FROM command_answers AS found INDEXED BY answers_as_news JOIN actions USING (seq)
         WHERE found.news = 1 AND stack_id = ? ORDER BY seq DESC LIMIT ?`
      )
      .all(stackId, mostNews)
      .flatMap((row) => {
        const message = messageIn(row)
        if (message === null) return []
        const { tsmId, at } = message
        return [{ tuid: String(row['tuid']), tsmId, transactionId: Number(row['transaction_id']), at }]
      })
  }

  seen(stackId: string, tuids: readonly string[]): boolean {
    const { changes } = inLightTransaction(this.#db, () =>
      this.#statements
        .of(
          `UPDATE command_answers SET news = 0 WHERE news = 1 AND seq IN (
             SELECT seq FROM actions WHERE stack_id = ? AND tuid IN (SELECT value FROM json_each(?)) AND type = 'command')`
        )
        .run(stackId, JSON.stringify(tuids))
    )
    return changes > 0
  }

  forgetStack(stackId: string): void {
    inLightTransaction(this.#db, () =>
      this.#statements
        .of('DELETE FROM command_answers WHERE seq IN (SELECT seq FROM actions WHERE stack_id = ?)')
        .run(stackId)
    )
  }
}

/** An answer that cannot be read any more is none: it can be asked for again. */
function messageIn(row: Row): ThingMessage | null {
  try {
    const parsed = thingMessageSchema.safeParse(JSON.parse(String(row['answer'])))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
