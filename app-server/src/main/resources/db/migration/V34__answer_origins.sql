-- How answers came about; none for those from before. agent is its name, empty for none; waited, took and spoke are in milliseconds.
create table answer_origin (
  message_id uuid primary key references message on delete cascade,
  asker_id uuid references account on delete set null,
  agent varchar not null,
  temperature double precision,
  top_p double precision,
  seed bigint,
  max_tokens integer,
  stop varchar not null,
  format varchar(16),
  schema_name varchar,
  schema_text varchar,
  asked_at timestamp with time zone not null,
  waited bigint,
  took bigint not null,
  spoke bigint not null
);
create index answer_origin_of_asker on answer_origin (asker_id);

-- The message in which the answer was kept, which may be gone; none for those from before.
alter table model_use add column message_id uuid;
create index model_use_of_message on model_use (message_id);

-- How many of the answers that ended in a conversation somebody has seen with whom it is shared.
create table conversation_reader (
  conversation_id uuid not null references conversation on delete cascade,
  account_id uuid not null references account on delete cascade,
  answers_read integer not null,
  primary key (conversation_id, account_id)
);
create index conversation_reader_of_account on conversation_reader (account_id);
