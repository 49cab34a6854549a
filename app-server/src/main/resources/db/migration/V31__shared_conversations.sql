-- Who besides its owner may read a conversation, or ask in it: an account, or the members of a group.
create table conversation_share (
  id uuid primary key,
  conversation_id uuid not null references conversation on delete cascade,
  account_id uuid references account on delete cascade,
  group_id uuid references account_group on delete cascade,
  access varchar(16) not null,
  shared_at timestamp with time zone not null,
  constraint conversation_share_account unique (conversation_id, account_id),
  constraint conversation_share_group unique (conversation_id, group_id)
);
create index conversation_share_of_account on conversation_share (account_id);
create index conversation_share_of_group on conversation_share (group_id);

-- The questions that somebody else than the conversation's owner asked. account_id is empty when that account is gone.
create table message_asker (
  message_id uuid primary key references message on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  account_id uuid references account on delete set null
);
create index message_asker_of_conversation on message_asker (conversation_id);
create index message_asker_of_account on message_asker (account_id);
