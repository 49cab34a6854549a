-- Whether models are given passages of a conversation's files by themselves.
alter table conversation_setting add column files_off boolean default false not null;
