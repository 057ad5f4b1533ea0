-- The files that the channel keeps for an account, so that a picture is uploaded once. Nothing of a person.
create table uploaded_file (
  account bigint       not null,
  sha256  varchar(64)  not null,      -- of the content
  file_id varchar(255) not null,      -- the channel's id of it
  primary key (account, sha256)
);

-- When a person is asked once how it is now. Null: not at all. The body of the dialogue says the same.
alter table dialogue add column follow_up_at bigint;
create index dialogue_follow_up on dialogue (follow_up_at);
