-- Whether the provider may be at an address that is not public: an owner added it there. Those that
-- owners added before this was asked are allowed.
alter table provider add column allowed boolean default false not null;
update provider set allowed = true
where owner_id in (select id from account where role = 'OWNER');

-- Has one row while nothing may leave this machine.
create table stays_here (
  switched_on boolean primary key
);

-- Conversations with words of strangers in them: pages that were looked up, and what tools brought
-- from outside. Older ones are known by their log and by the tools that were called.
create table strangers_words (
  conversation_id uuid primary key references conversation on delete cascade
);
insert into strangers_words (conversation_id)
select distinct conversation_id from activity where kind = 'research'
union
select distinct message.conversation_id
from tool_call
join message on message.id = tool_call.message_id
where tool_call.tool not in ('create_memory', 'recall_memory');
