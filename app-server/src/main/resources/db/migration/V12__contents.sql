-- The SHA-256 of what is in the file, by which its content is found. Empty when only the name is kept,
-- and as long as the content of an older version was not carried over.
alter table attachment add column content varchar(64);
create index attachment_of_content on attachment (content);
