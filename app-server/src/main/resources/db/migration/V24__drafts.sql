-- What somebody began to write and has not asked yet. place is the conversation, or the owner where the conversation does
-- not exist yet: a key cannot be empty. instead_id is the question that it puts in other words.
create table draft (
  owner_id uuid not null references account on delete cascade,
  place uuid not null,
  conversation_id uuid references conversation on delete cascade,
  content varchar not null,
  instead_id uuid,
  changed_at timestamp with time zone not null,
  primary key (owner_id, place)
);
create index draft_of_conversation on draft (conversation_id);
