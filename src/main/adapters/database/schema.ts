import { DatabaseSync } from 'node:sqlite'
import { ProblemError } from '@shared/domain/problem'

const openStates = `('pending', 'sending', 'unknown', 'needs_you')`

/**
 * The steps from an empty file to today's schema, in order; `PRAGMA user_version` counts those taken. A step that was
 * released is never edited: a later one changes what it made.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE actions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    stack_id TEXT NOT NULL,
    type TEXT NOT NULL,
    tuid TEXT,
    intent TEXT NOT NULL,
    transaction_id INTEGER,
    base TEXT NOT NULL,
    captured_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    life TEXT NOT NULL,
    first_sent_at INTEGER,
    attempt_count INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    last_attempt TEXT,
    receipt TEXT,
    discard_reason TEXT
  ) STRICT;
  CREATE INDEX actions_of_stack ON actions (stack_id, seq);
  CREATE INDEX actions_of_thing ON actions (stack_id, tuid, type, seq);
  CREATE INDEX open_actions ON actions (stack_id, state, seq) WHERE state IN ${openStates};
  CREATE UNIQUE INDEX transaction_ids ON actions (stack_id, transaction_id) WHERE transaction_id IS NOT NULL;

  CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seq INTEGER NOT NULL REFERENCES actions (seq) ON DELETE CASCADE,
    attempt TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attempts_of_action ON attempts (seq, id);

  CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    why TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;

  CREATE TABLE readings (
    stack_id TEXT NOT NULL,
    tuid TEXT NOT NULL,
    part TEXT NOT NULL,
    value TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    PRIMARY KEY (stack_id, tuid, part)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE things_seen (
    stack_id TEXT NOT NULL,
    tuid TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (stack_id, tuid)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE groups_seen (
    stack_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    description TEXT,
    listed INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (stack_id, group_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE capabilities (
    stack_id TEXT NOT NULL,
    name TEXT NOT NULL,
    available INTEGER NOT NULL,
    checked_at INTEGER NOT NULL,
    PRIMARY KEY (stack_id, name)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE stacks (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    client_id TEXT NOT NULL,
    active INTEGER NOT NULL
  ) STRICT;
  `,
  // All that a list of the queue, its counts and a search in it have to look at, so that none of them reads the rows.
  `
  CREATE INDEX queue ON actions (
    stack_id, state, seq, tuid,
    CASE WHEN json_valid(intent) THEN json_extract(intent, '$.groupId') END,
    CASE WHEN json_valid(intent) THEN json_extract(intent, '$.newGroupId') END
  );
  `,
  // Visits and the things worked on. What is asked for by the thousand stands in columns, the rest in JSON.
  `
  CREATE TABLE visits (
    id TEXT PRIMARY KEY,
    stack_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    visit TEXT NOT NULL
  ) STRICT;

  CREATE TABLE visit_things (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    visit_id TEXT NOT NULL,
    tuid TEXT NOT NULL,
    state TEXT NOT NULL,
    installed INTEGER NOT NULL,
    heard INTEGER NOT NULL,
    alerting INTEGER NOT NULL,
    thing TEXT NOT NULL,
    UNIQUE (visit_id, tuid)
  ) STRICT;
  CREATE INDEX things_of_visit ON visit_things (visit_id, id);
  CREATE INDEX visit_things_by_state ON visit_things (state, id);

  CREATE TABLE visit_actions (
    seq INTEGER PRIMARY KEY,
    visit_id TEXT NOT NULL,
    tuid TEXT NOT NULL
  ) STRICT;
  CREATE INDEX actions_of_visit ON visit_actions (visit_id, tuid);
  `,
  // What devices answered to our commands. Which commands the server took of late is found without reading the others.
  `
  CREATE TABLE command_answers (
    seq INTEGER NOT NULL REFERENCES actions (seq) ON DELETE CASCADE,
    transaction_id INTEGER NOT NULL,
    looked_at INTEGER NOT NULL,
    answer TEXT,
    news INTEGER NOT NULL,
    PRIMARY KEY (seq, transaction_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX answers_as_news ON command_answers (seq) WHERE news = 1;
  CREATE INDEX commands_done ON actions (
    stack_id, CASE WHEN json_valid(receipt) THEN json_extract(receipt, '$.at') END
  ) WHERE type = 'command' AND state = 'done';
  `,
  // From here on an action holds a list of commands, which an earlier app could not read. The index holds those among
  // which a thing's testing interval is found (sqliteReporting.ts): few, however long the journal.
  `
  CREATE INDEX testing_commands ON actions (stack_id, tuid, seq, state)
  WHERE type = 'command' AND (instr(intent, '"reportInterval":60,') > 0 OR instr(intent, '"reportInterval":60}') > 0);
  `,
  // Which of our own actions a reading of a thing must show. What was read before this step does not tell.
  `
  ALTER TABLE readings ADD COLUMN done_before INTEGER;
  `
]

function versionOf(db: DatabaseSync): number {
  const row = db.prepare('PRAGMA user_version').get()
  return Number(row?.['user_version'] ?? 0)
}

/** No app will ever come as far: a number beyond it is torn. */
const furthest = 10_000

/**
 * Asked before anything else is: this number can be read although a later app, or its SQLite, has written tables of which
 * this one understands nothing, and would take them for damage.
 * @throws NewerDatabaseError: an older app must not touch what a later one wrote
 */
export function refuseNewer(db: DatabaseSync): void {
  const version = versionOf(db)
  if (version > migrations.length && version <= furthest) throw new NewerDatabaseError(version)
}

/**
 * Takes the steps that are still to be taken, each whole or not at all.
 * @throws NewerDatabaseError: an older app must not touch what a later one wrote
 */
export function migrate(db: DatabaseSync): void {
  const version = versionOf(db)
  if (version > migrations.length) throw new NewerDatabaseError(version)
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue
    db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT;`)
  }
}

export class NewerDatabaseError extends ProblemError {
  constructor(version: number) {
    const detail = `the database has schema ${version}, this version of the app knows ${migrations.length}`
    super({ kind: 'newer_database', detail })
    this.name = 'NewerDatabaseError'
  }
}

/** Whether nothing was ever made in this file. */
export function isBlank(db: DatabaseSync): boolean {
  return partsOf(db).length === 0
}

/** @returns names of tables, columns and indexes that a database of today's schema lacks */
export function missingParts(db: DatabaseSync): string[] {
  const whole = new DatabaseSync(':memory:')
  try {
    migrate(whole)
    const there = new Set(partsOf(db))
    return partsOf(whole).filter((part) => !there.has(part))
  } finally {
    whole.close()
  }
}

function partsOf(db: DatabaseSync): string[] {
  const rows = db
    .prepare(
      `SELECT parts.name || coalesce('.' || columns.name, '') AS part
       FROM sqlite_schema AS parts LEFT JOIN pragma_table_info(parts.name) AS columns ON parts.type = 'table'
       WHERE parts.name NOT LIKE 'sqlite_%'`
    )
    .all()
  return rows.map(({ part }) => String(part))
}
