PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO actions VALUES(1,'75e7b364-23a8-428c-acc8-55b4a12b6e2c','11111111-1111-4111-8111-111111111111','group_create',NULL,'{"type":"group_create","groupId":"prfi00kylmakellari","description":"Kylmäkellari, ovi 3"}',NULL,'{"value":null,"since":null,"asOf":null,"after":null}',1778580000000,'done','{"state":"done","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',1778580000000,1,0,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}','{"at":1778580000000,"by":"answer","responsible":null}',NULL);
INSERT INTO actions VALUES(2,'a470f8dd-7d82-4bd8-9320-c0d0cb409ad5','11111111-1111-4111-8111-111111111111','group','TSPR04EAN98294587','{"type":"group","tuid":"TSPR04EAN98294587","groupId":"prfi00kylmakellari"}',NULL,'{"value":"unassigned","since":null,"asOf":1778580000000,"after":null}',1778580000000,'done','{"state":"done","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',1778580000000,1,0,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}','{"at":1778580000000,"by":"answer","responsible":null}',NULL);
INSERT INTO actions VALUES(3,'71e323a5-ad32-4832-8538-6af1212a9506','11111111-1111-4111-8111-111111111111','status','TSPR04EAN98294587','{"type":"status","tuid":"TSPR04EAN98294587","status":"installed"}',NULL,'{"value":"new","since":1753516837000,"asOf":1778580000000,"after":null}',1778580000000,'done','{"state":"done","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',1778580000000,1,0,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}','{"at":1778580000000,"by":"answer","responsible":null}',NULL);
INSERT INTO actions VALUES(4,'9d9b6c92-dac1-4853-bbf2-40cfddb66daf','11111111-1111-4111-8111-111111111111','command','TSPR04EGB65999803','{"type":"command","tuid":"TSPR04EGB65999803","command":{"tsmId":1500,"tsmEv":30,"parameters":{"reportInterval":3600}}}',1943493805,'{"value":null,"since":null,"asOf":null,"after":null}',1778580000000,'done','{"state":"done","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',1778580000000,1,0,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}','{"at":1778580000000,"by":"answer","responsible":"simulated-client-1"}',NULL);
INSERT INTO actions VALUES(5,'1efeb8e8-7c98-4108-a86c-775bad44288c','11111111-1111-4111-8111-111111111111','command','TSPR04EGB65999803','{"type":"command","tuid":"TSPR04EGB65999803","command":{"tsmId":1500,"tsmEv":30,"parameters":{"reportInterval":60}}}',1777572889,'{"value":null,"since":null,"asOf":null,"after":null}',1778580000000,'needs_you','{"state":"needs_you","need":{"reason":"refused","serverShows":null,"serverShowsSince":null,"serverShowsBy":null,"choices":["send_again","keep_theirs"]},"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',NULL,1,0,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"refused","httpStatus":400,"words":"Something went wrong"}',NULL,NULL);
INSERT INTO actions VALUES(6,'3a3488f3-8dbc-406c-a2e8-e0cf7f503849','11111111-1111-4111-8111-111111111111','status','TSEN01ELM22504022','{"type":"status","tuid":"TSEN01ELM22504022","status":"quarantine"}',NULL,'{"value":"new","since":1761901959000,"asOf":1778580000000,"after":null}',1778580000000,'unknown','{"state":"unknown","need":null,"notBefore":1778580004000,"mayStillHappenUntil":1778580008000,"contradicted":false}',1778580000000,1,2,'{"kind":"look","startedAt":1778580001000,"endedAt":1778580001000,"outcome":"not_readable","httpStatus":null,"words":"UND_ERR_SOCKET: other side closed"}',NULL,NULL);
INSERT INTO actions VALUES(7,'eadc3e9f-1ac9-4481-99fd-0fcc77cc39c5','11111111-1111-4111-8111-111111111111','group_rename',NULL,'{"type":"group_rename","groupId":"prfi00pikkutoimisto","newGroupId":"prfi00pikkukonttori"}',NULL,'{"value":null,"since":null,"asOf":null,"after":null}',1778580002000,'discarded','{"state":"discarded","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',NULL,0,0,NULL,NULL,'scanned by mistake');
INSERT INTO actions VALUES(8,'a90bfa1c-13c3-47df-a18b-8f5e3aad79f4','11111111-1111-4111-8111-111111111111','group_delete',NULL,'{"type":"group_delete","groupId":"prfi00pikkuvarasto"}',NULL,'{"value":null,"since":null,"asOf":null,"after":null}',1778580002000,'sending','{"state":"sending","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',1778580002000,1,0,'{"kind":"send","startedAt":1778580002000,"endedAt":null,"outcome":null,"httpStatus":null,"words":null}',NULL,NULL);
INSERT INTO actions VALUES(9,'42a634a1-ed24-4036-80c0-85ba795f4e35','11111111-1111-4111-8111-111111111111','group_rename',NULL,'{"type":"group_rename","groupId":"prfi00kylmakellari","newGroupId":"prfi00kylmio"}',NULL,'{"value":null,"since":null,"asOf":null,"after":null}',1778580002000,'sending','{"state":"sending","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',1778580002000,1,0,'{"kind":"send","startedAt":1778580002000,"endedAt":null,"outcome":null,"httpStatus":null,"words":null}',NULL,NULL);
INSERT INTO actions VALUES(10,'0c3398b8-3fad-46fc-ada3-8365e4e52f59','11111111-1111-4111-8111-111111111111','group','TSGW03ETH27178622','{"type":"group","tuid":"TSGW03ETH27178622","groupId":"prfi00kylmio"}',NULL,'{"value":null,"since":null,"asOf":null,"after":null}',1778580002000,'pending','{"state":"pending","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',NULL,0,0,NULL,NULL,NULL);
INSERT INTO actions VALUES(11,'37753969-aabd-43fe-8d0f-0e79475ec301','11111111-1111-4111-8111-111111111111','status','TSGW03ETH27178622','{"type":"status","tuid":"TSGW03ETH27178622","status":"installed"}',NULL,'{"value":null,"since":null,"asOf":null,"after":null}',1778580002000,'pending','{"state":"pending","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',NULL,0,0,NULL,NULL,NULL);
INSERT INTO actions VALUES(13,'216b0468-b8fe-40c8-b0d1-8d04d891e059','11111111-1111-4111-8111-111111111111','command','TSPR04EZU31901021','{"type":"command","tuid":"TSPR04EZU31901021","commands":[{"tsmId":1500,"tsmEv":30,"parameters":{"measurementInterval":60,"reportInterval":60}},{"tsmId":13200,"tsmEv":30,"parameters":{"threshold":150}}]}',1200300400,'{"value":null,"since":null,"asOf":null,"after":null}',1778580000000,'pending','{"state":"pending","need":null,"notBefore":1778580004000,"mayStillHappenUntil":null,"contradicted":false,"arrived":[1200300401]}',1778580000000,0,1,'{"kind":"look","startedAt":1778580032000,"endedAt":1778580032000,"outcome":"absent","httpStatus":200,"words":null}',NULL,NULL);
INSERT INTO actions VALUES(14,'a3c64506-d485-4b47-be54-b9f09b005520','11111111-1111-4111-8111-111111111111','command','TSPR04EZU31901021','{"type":"command","tuid":"TSPR04EZU31901021","commands":[{"tsmId":1500,"tsmEv":30,"parameters":{"measurementInterval":60,"reportInterval":60}}]}',1300400500,'{"value":null,"since":null,"asOf":null,"after":null}',1778580000000,'pending','{"state":"pending","need":null,"notBefore":null,"mayStillHappenUntil":null,"contradicted":false}',NULL,0,0,NULL,NULL,NULL);
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seq INTEGER NOT NULL REFERENCES actions (seq) ON DELETE CASCADE,
    attempt TEXT NOT NULL
  ) STRICT;
INSERT INTO attempts VALUES(1,1,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}');
INSERT INTO attempts VALUES(2,4,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}');
INSERT INTO attempts VALUES(3,2,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}');
INSERT INTO attempts VALUES(4,3,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"accepted","httpStatus":200,"words":null}');
INSERT INTO attempts VALUES(5,5,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"refused","httpStatus":400,"words":"Something went wrong"}');
INSERT INTO attempts VALUES(6,6,'{"kind":"send","startedAt":1778580000000,"endedAt":1778580000000,"outcome":"unknown","httpStatus":null,"words":"UND_ERR_SOCKET: other side closed"}');
INSERT INTO attempts VALUES(7,6,'{"kind":"look","startedAt":1778580001000,"endedAt":1778580001000,"outcome":"not_readable","httpStatus":null,"words":"UND_ERR_SOCKET: other side closed"}');
INSERT INTO attempts VALUES(8,8,'{"kind":"send","startedAt":1778580002000,"endedAt":null,"outcome":null,"httpStatus":null,"words":null}');
INSERT INTO attempts VALUES(9,9,'{"kind":"send","startedAt":1778580002000,"endedAt":null,"outcome":null,"httpStatus":null,"words":null}');
INSERT INTO attempts VALUES(10,13,'{"kind":"look","startedAt":1778580032000,"endedAt":1778580032000,"outcome":"absent","httpStatus":200,"words":null}');
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    why TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
INSERT INTO quarantine VALUES(1,1778580002000,replace('✖ Invalid discriminator value. Expected ''status'' | ''group'' | ''command'' | ''group_create'' | ''group_rename'' | ''group_delete''\n  → at intent.type','\n',char(10)),'{"seq":12,"id":"03ed4323-c9a5-4eca-8f78-da30418bb704","stack_id":"11111111-1111-4111-8111-111111111111","type":"command","tuid":"TSGW03ETH27178622","intent":"{\"type\":\"teleport\"}","transaction_id":473285273,"base":"{\"value\":null,\"since\":null,\"asOf\":null,\"after\":null}","captured_at":1778580002000,"state":"pending","life":"{\"state\":\"pending\",\"need\":null,\"notBefore\":null,\"mayStillHappenUntil\":null,\"contradicted\":false}","first_sent_at":null,"attempt_count":0,"failures":0,"last_attempt":null,"receipt":null,"discard_reason":null,"attempts":[]}');
CREATE TABLE readings (
    stack_id TEXT NOT NULL,
    tuid TEXT NOT NULL,
    part TEXT NOT NULL,
    value TEXT NOT NULL,
    as_of INTEGER NOT NULL, done_before INTEGER,
    PRIMARY KEY (stack_id, tuid, part)
  ) STRICT, WITHOUT ROWID;
INSERT INTO readings VALUES('11111111-1111-4111-8111-111111111111','TSEN01ELM22504022','general','{"batteryLevel":100,"lastHeardAt":null,"position":null,"gatewayTuid":null,"version":"2026.03.17.1_tsen01_wp5"}',1778580000000,NULL);
INSERT INTO readings VALUES('11111111-1111-4111-8111-111111111111','TSEN01ELM22504022','group','{"groupId":"unassigned"}',1778580000000,NULL);
INSERT INTO readings VALUES('11111111-1111-4111-8111-111111111111','TSEN01ELM22504022','installations','{"items":[{"status":"new","at":1761901959000,"responsible":null}],"unreadable":0}',1778580000000,NULL);
INSERT INTO readings VALUES('11111111-1111-4111-8111-111111111111','TSPR04EAN98294587','general','{"batteryLevel":100,"lastHeardAt":null,"position":null,"gatewayTuid":null,"version":"2026.03.17.1_tspr04_wp5"}',1778580000000,NULL);
INSERT INTO readings VALUES('11111111-1111-4111-8111-111111111111','TSPR04EAN98294587','group','{"groupId":"unassigned"}',1778580010000,2);
INSERT INTO readings VALUES('11111111-1111-4111-8111-111111111111','TSPR04EAN98294587','installations','{"items":[{"status":"new","at":1753516837000,"responsible":null}],"unreadable":0}',1778580010000,3);
CREATE TABLE things_seen (
    stack_id TEXT NOT NULL,
    tuid TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (stack_id, tuid)
  ) STRICT, WITHOUT ROWID;
INSERT INTO things_seen VALUES('11111111-1111-4111-8111-111111111111','TSEN01ELM22504022',1778580000000);
INSERT INTO things_seen VALUES('11111111-1111-4111-8111-111111111111','TSPR04EAN98294587',1778580000000);
CREATE TABLE groups_seen (
    stack_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    description TEXT,
    listed INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (stack_id, group_id)
  ) STRICT, WITHOUT ROWID;
INSERT INTO groups_seen VALUES('11111111-1111-4111-8111-111111111111','prfi00kylmakellari','Kylmäkellari, ovi 3',1,1778580000000);
INSERT INTO groups_seen VALUES('11111111-1111-4111-8111-111111111111','prfi00pikkutoimisto','A small office',1,1778580000000);
INSERT INTO groups_seen VALUES('11111111-1111-4111-8111-111111111111','prfi00pikkuvarasto','Its store room, still empty',1,1778580000000);
INSERT INTO groups_seen VALUES('11111111-1111-4111-8111-111111111111','unassigned',NULL,1,1778580000000);
CREATE TABLE capabilities (
    stack_id TEXT NOT NULL,
    name TEXT NOT NULL,
    available INTEGER NOT NULL,
    checked_at INTEGER NOT NULL,
    PRIMARY KEY (stack_id, name)
  ) STRICT, WITHOUT ROWID;
INSERT INTO capabilities VALUES('11111111-1111-4111-8111-111111111111','list_groups',1,1778580000000);
CREATE TABLE stacks (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    client_id TEXT NOT NULL,
    active INTEGER NOT NULL
  ) STRICT;
INSERT INTO stacks VALUES(1,'22222222-2222-4222-8222-222222222222','Satama Oy','https://satama.example/prod/v1','satama-installer',0);
INSERT INTO stacks VALUES(2,'11111111-1111-4111-8111-111111111111','Pikkutoimisto','https://toimisto.example/prod/v1','toimisto-installer',1);
CREATE TABLE visits (
    id TEXT PRIMARY KEY,
    stack_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    visit TEXT NOT NULL
  ) STRICT;
INSERT INTO visits VALUES('55555555-5555-4555-8555-555555555555','11111111-1111-4111-8111-111111111111',1778570000000,NULL,'{"id":"55555555-5555-4555-8555-555555555555","stackId":"11111111-1111-4111-8111-111111111111","stackName":"Pikkutoimisto","site":"Pikkutoimisto, 2. kerros","installer":"Aino","startedAt":1778570000000,"endedAt":null,"note":"","plan":{"groupId":"prfi00pikkutoimisto","status":"installed","command":null,"kind":null}}');
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
INSERT INTO visit_things VALUES(1,'55555555-5555-4555-8555-555555555555','TSPR04EZU31901021','taken',0,0,0,'{"tuid":"TSPR04EZU31901021","via":"scanner","addedAt":1778570100000,"state":"taken","flags":[],"plan":null,"place":{"floor":"2","room":"Neukkari","text":""},"note":"oven vieressä","photos":[],"deeds":[{"kind":"batch","at":1778570100000,"partner":null,"reason":"","actions":[1,2]}],"arrival":null}');
CREATE TABLE visit_actions (
    seq INTEGER PRIMARY KEY,
    visit_id TEXT NOT NULL,
    tuid TEXT NOT NULL
  ) STRICT;
INSERT INTO visit_actions VALUES(1,'55555555-5555-4555-8555-555555555555','TSPR04EZU31901021');
INSERT INTO visit_actions VALUES(2,'55555555-5555-4555-8555-555555555555','TSPR04EZU31901021');
CREATE TABLE command_answers (
    seq INTEGER NOT NULL REFERENCES actions (seq) ON DELETE CASCADE,
    transaction_id INTEGER NOT NULL,
    looked_at INTEGER NOT NULL,
    answer TEXT,
    news INTEGER NOT NULL,
    PRIMARY KEY (seq, transaction_id)
  ) STRICT, WITHOUT ROWID;
INSERT INTO command_answers VALUES(4,1943493805,1778580010000,'{"key":"TSPR04EGB65999803:1500:1778580005","tsmId":1500,"tsmEv":31,"at":1778580005000,"gatewayTuid":"TSGW04EHA27804022","groupId":"prfi00pikkutoimisto","fields":{"reportInterval":1800,"transactionId":1943493805}}',1);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('actions',14);
INSERT INTO sqlite_sequence VALUES('attempts',10);
INSERT INTO sqlite_sequence VALUES('quarantine',1);
INSERT INTO sqlite_sequence VALUES('visit_things',1);
CREATE INDEX actions_of_stack ON actions (stack_id, seq);
CREATE INDEX actions_of_thing ON actions (stack_id, tuid, type, seq);
CREATE INDEX open_actions ON actions (stack_id, state, seq) WHERE state IN ('pending', 'sending', 'unknown', 'needs_you');
CREATE UNIQUE INDEX transaction_ids ON actions (stack_id, transaction_id) WHERE transaction_id IS NOT NULL;
CREATE INDEX attempts_of_action ON attempts (seq, id);
CREATE INDEX queue ON actions (
    stack_id, state, seq, tuid,
    CASE WHEN json_valid(intent) THEN json_extract(intent, '$.groupId') END,
    CASE WHEN json_valid(intent) THEN json_extract(intent, '$.newGroupId') END
  );
CREATE INDEX things_of_visit ON visit_things (visit_id, id);
CREATE INDEX visit_things_by_state ON visit_things (state, id);
CREATE INDEX actions_of_visit ON visit_actions (visit_id, tuid);
CREATE INDEX answers_as_news ON command_answers (seq) WHERE news = 1;
CREATE INDEX commands_done ON actions (
    stack_id, CASE WHEN json_valid(receipt) THEN json_extract(receipt, '$.at') END
  ) WHERE type = 'command' AND state = 'done';
CREATE INDEX testing_commands ON actions (stack_id, tuid, seq, state)
  WHERE type = 'command' AND (instr(intent, '"reportInterval":60,') > 0 OR instr(intent, '"reportInterval":60}') > 0);
COMMIT;
PRAGMA user_version=7;
