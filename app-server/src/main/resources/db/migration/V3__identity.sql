alter table account add column password_version bigint default 1 not null;

-- Sign-ins that have not ended. Tokens of one that is not here are not good any more.
create table session (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  api varchar not null,
  client varchar not null,
  address varchar not null,
  started_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create index session_of_account on session (account_id, started_at);
create index session_by_expiry on session (expires_at);

-- hash is SHA-256 of the token. Spent ones stay as long as their session, so that a second use is
-- noticed; salt makes the successor out of the token itself.
create table refresh_token (
  hash varchar(64) primary key,
  session_id uuid not null references session on delete cascade,
  salt varchar not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index refresh_token_of_session on refresh_token (session_id);

-- Where an account signed in from. There may be the same place twice.
create table known_place (
  account_id uuid not null references account on delete cascade,
  place varchar not null,
  seen_at timestamp with time zone not null
);
create index known_place_of_account on known_place (account_id, place);

-- The one code, as SHA-256, with which an account may choose a new password.
create table reset_code (
  account_id uuid primary key references account on delete cascade,
  hash varchar(64) not null,
  good_until timestamp with time zone not null
);
