-- The key that seals an account's secrets, itself sealed by a key that is not in the database. An
-- account has several when the key that opens an older one was lost.
create table data_key (
  account_id uuid not null references account on delete cascade,
  mark varchar(8) not null,
  sealed varchar not null,
  made_at timestamp with time zone not null,
  primary key (account_id, mark)
);
