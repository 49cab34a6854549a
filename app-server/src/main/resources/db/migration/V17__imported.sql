-- Conversations that were held elsewhere, by the program and its own word for them, so that each is taken
-- over once.
create table imported (
  owner_id uuid not null references account on delete cascade,
  program varchar(64) not null,
  origin_key varchar(200) not null,
  conversation_id uuid not null references conversation on delete cascade,
  primary key (owner_id, program, origin_key)
);
create index imported_of_conversation on imported (conversation_id);
