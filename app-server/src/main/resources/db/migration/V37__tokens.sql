-- What tokens of answers were in detail, for those of which the provider told it. Not in message: adding a column there writes the whole table anew.
create table answer_tokens (
  message_id uuid primary key references message on delete cascade,
  cached integer not null,
  cache_written integer not null,
  reasoning integer not null
);

alter table model_use add column cached bigint default 0 not null;
alter table model_use add column cache_written bigint default 0 not null;
alter table model_use add column reasoning bigint default 0 not null;

-- For a million tokens, as input_price; none where they cost what all input does.
alter table model add column cached_price bigint;
alter table model add column cache_written_price bigint;
