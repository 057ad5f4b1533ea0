-- Runs on SQLite and PostgreSQL alike: natural keys, times in epoch milliseconds, JSON as text,
-- truth as 0 and 1.

create table dialogue (
  chat            bigint  not null primary key,
  revision        bigint  not null,
  body            text    not null,
  question        bigint,             -- the channel's id of the message with the open question
  question_newest integer not null,
  reachable       integer not null,
  heard_at        bigint  not null
);

create table taken_update (
  update_id bigint not null primary key,
  taken_at  bigint not null
);

create table outbox (
  chat     bigint  not null,
  revision bigint  not null,          -- negative: a farewell after all else was forgotten
  seq      integer not null,
  way      text    not null,
  message  text    not null,
  thread   bigint,
  kept_at  bigint  not null,
  primary key (chat, revision, seq)
);

-- Bodies that this version could not read, as they were: the dialogue goes on without them.
create table unreadable_dialogue (
  chat     bigint not null,
  revision bigint not null,
  body     text   not null,
  heard_at bigint not null,
  primary key (chat, revision)
);
