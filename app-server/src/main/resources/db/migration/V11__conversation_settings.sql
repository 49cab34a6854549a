-- How models answer in one conversation; without a row, as everywhere. stop has the texts at which they
-- stop, divided by U+001F. What is null is left to the agent and the provider.
create table conversation_setting (
  conversation_id uuid primary key references conversation on delete cascade,
  system_prompt varchar not null,
  temperature double precision,
  top_p double precision,
  seed bigint,
  max_tokens integer,
  stop varchar not null,
  format varchar(16),
  schema_name varchar,
  schema_text varchar
);
