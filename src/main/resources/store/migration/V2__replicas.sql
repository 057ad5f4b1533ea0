-- What several replicas on one database must know of each other.

-- Who does what only one may do at a time, and who is alive ('replica:' and its name). Clocks differ, so
-- none is compared: the holder counts the beat up, and whoever sees it stand still for long enough, on a
-- watch of its own, takes over by the beat that it saw.
create table lease (
  name   varchar(80) not null primary key,
  holder varchar(64) not null,
  beat   bigint      not null
);

-- Who is to send a message: the replica that kept it, or that took it over.
alter table outbox add column replica varchar(64) not null default '';
