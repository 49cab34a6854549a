-- How far a file's text is read. A kept file without a row waits for it. indexed counts the pages that
-- are found by their meaning as well.
create table document (
  attachment_id uuid primary key references attachment on delete cascade,
  state varchar(16) not null,
  pages integer not null,
  indexed integer not null,
  failure varchar not null,
  hint varchar not null
);

-- lines has six numbers for each line of the page: start, end, x, y, width, height.
create table document_page (
  attachment_id uuid not null references document on delete cascade,
  page integer not null,
  label varchar not null,
  content varchar not null,
  width real not null,
  height real not null,
  lines bytea not null,
  primary key (attachment_id, page)
);

-- A piece of a page that is found as a whole; start_at and end_at are places in the page's text. vector
-- is where it lies by its meaning, as a model of that name sees it; both are null until it was asked.
create table document_chunk (
  attachment_id uuid not null references document on delete cascade,
  number integer not null,
  page integer not null,
  start_at integer not null,
  end_at integer not null,
  model varchar,
  vector bytea,
  primary key (attachment_id, number)
);

-- Which passages an answer was given with. attachment_id is null for a document of an agent, whose words
-- stand in content; those of a file stand in its page.
create table source_passage (
  message_id uuid not null references message on delete cascade,
  number integer not null,
  attachment_id uuid references attachment on delete cascade,
  name varchar not null,
  page integer not null,
  label varchar not null,
  start_at integer not null,
  end_at integer not null,
  content varchar,
  primary key (message_id, number)
);
create index source_passage_of_attachment on source_passage (attachment_id);

-- What an answer cites, and where it was found. A citation outlives its file: its quote is the answer's.
create table citation (
  message_id uuid not null references message on delete cascade,
  place integer not null,
  number integer not null,
  marker_start integer not null,
  marker_end integer not null,
  state varchar(16) not null,
  quote varchar not null,
  attachment_id uuid references attachment on delete set null,
  name varchar,
  page integer not null,
  label varchar not null,
  start_at integer not null,
  end_at integer not null,
  primary key (message_id, place)
);
create index citation_of_attachment on citation (attachment_id);
