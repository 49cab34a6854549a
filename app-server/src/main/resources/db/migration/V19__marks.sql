-- What a person marks conversations with, so that a list can be kept in order.
alter table conversation add column pinned boolean default false not null;
alter table conversation add column archived boolean default false not null;

-- How many answers ended in it, and how many of those its owner has seen; -1 when it was marked as unread
-- before any had ended.
alter table conversation_progress add column answers_ended integer default 0 not null;
alter table conversation_progress add column answers_read integer default 0 not null;

create table conversation_tag (
  conversation_id uuid not null references conversation on delete cascade,
  name varchar(40) not null,
  primary key (conversation_id, name)
);
