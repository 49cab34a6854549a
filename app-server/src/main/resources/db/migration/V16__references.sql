-- What a file is as a publication (place 0), and the references that it lists, if it is a list of them
-- (from 1 on). authors has a line for each, with family and given name apart by a tab.
create table reference_entry (
  attachment_id uuid not null references attachment on delete cascade,
  place integer not null,
  origin varchar(16) not null,
  citation_key varchar not null,
  kind varchar not null,
  title varchar not null,
  authors varchar not null,
  year_text varchar not null,
  container varchar not null,
  volume varchar not null,
  issue varchar not null,
  pages varchar not null,
  publisher varchar not null,
  doi varchar not null,
  isbn varchar not null,
  arxiv varchar not null,
  url varchar not null,
  primary key (attachment_id, place)
);
